"""Rules of reports: what committee reports have got wrong, and the facts behind them. Each rule names the real case.

Each check that was found in real papers, and the rules that make it:

| check | found in | rules |
|---|---|---|
| 1. the day of the week is that of the date; dates are printed one way | Lancashire 2017, North Tyneside | `weekday`, `date-in-words` |
| 2. parts sum to their total | Lancashire 2015, Kent, Hillingdon | `sums` |
| 3. a variance is the outturn less the budget | Kent 2012 | `variance` |
| 4. a share times its sharers is the total | Havering, Redbridge, Lancashire 2017 | `shares-of-total` |
| 5. a year’s amount times the years is the whole | Cambridgeshire 2024 | `years-of-money` |
| 6. letters are each used once, and follow each other | Cambridgeshire 2012 | `lettering` |
| 7. a list begins with its first number | Cambridgeshire 2012 | `first-number` |
| 8. the appendices cited are those listed | Kent 2012 | `appendices` |
| 9. a term is as long as it is said to be, and extensions join on | Croydon | `length-of-term` |
| 10. an extension asked for is one that the agreement permits | Croydon 2023, 2025 | `extension-permitted` |
| 11. a decision comes before what it decides | Redbridge, Wirral, Tower Hamlets | `decision-before-effect` |
| 12. a review, a decision to extend and a notice fall within the term | Kent 2012, Warwickshire 2018 | `review-before-end` |
| 13. the limbs of a recommendation read on from its stem | Warwickshire 2018, Brighton | `verb-mood` |
| 14. an acronym is written out once | Lancashire 2017, Kent 2012 | `acronyms` |
| 15. Acts and powers bear their own names | Lancashire 2017, Stockton, Sefton, Medway | `statute-names` |
| 16. bodies that are no more are named as former | Herefordshire, Southampton | `bodies-in-law`, `bodies-named` |
| 17. a report names all parties, and no others | Lancashire 2017, Warwickshire 2018 | `parties-recommended`, `parties-named` |
| 18. a delegate is a post that there is, and does not consult itself | Cambridgeshire 2012, Enfield | `delegate`, `delegate-post` |
| 19. a decision about much money is a key decision | Hillingdon, Southampton | `key-decision-value` |
| 20. the position on consultation has its reason | Lancashire 2017 | `consultation-position` |
| 21. a figure says when it was right | Kent 2012 | `dated-figures` |
| 22. dates of an earlier agreement and of this one are kept apart | Warwickshire 2018 | `since-when` |
| 23. a key decision has its number in the forward plan, one number, and notice | Cambridgeshire 2012, Croydon | `forward-plan`, `cab-02` |
| 24. what is said of the equality analysis is what it is | Lancashire 2015, 2017 | `equality-attached`, `equality-agrees` |
| 25. an exempt appendix says by which paragraph, and why | Merton, Lambeth, Salford | `exempt-appendix` |

The day of a notice to end is reckoned from the last day and never typed, so there is nothing to check in it.

The law of decisions of an executive (SI 2012/2089 from 10 September 2012, and its neighbours), row by row, and what asks for each:

| row | what the law asks for | asked by |
|---|---|---|
| CAB-01 | whether the decision is key, by money or by divisions | a blank while it is not stated; `cab-01`, `key-decision-value` |
| CAB-02 | 28 clear days' notice of a key decision, and what is in it | `cab-02`; the contents are fields of the notice, or blanks in it |
| CAB-03 | nothing exempt in the notice | `cab-03` |
| CAB-04 | the general exception | `cab-04` |
| CAB-05 | special urgency; its yearly report to the council is in no paper of ours | `cab-05` |
| CAB-06 | notices of private business | `cab-06` |
| CAB-07 | agenda and report five clear days before | `cab-07`, `agenda-working-days` |
| CAB-08 | what is withheld is marked | `cab-08` |
| CAB-09 | the resolution to exclude the public | `cab-09` |
| CAB-10 | the paragraph of Schedule 12A, and the public interest | `exempt-appendix` |
| CAB-11 | background papers | a blank while they are not stated; `cab-11` |
| CAB-12 | the record of the decision | `cab-12` |
| CAB-13 | call-in | `cab-13` |
| CAB-14 | labels such as Part II and Forward Plan are local | nothing to ask: a house's own words |
| CAB-15 | why a decision is not key | `cab-15` |
| CAB-16 | due regard to equality before the decision | `cab-16`, `equality-attached`, `equality-agrees` |
| CAB-17 | consultation is told and weighed | `cab-17`, `consultation-position` |
| CAB-18 | the power is cited | `cab-18`, `statute-names` |
| CAB-19 | committees and committee systems | `cab-19` |
| CAB-20 | records of officers' own decisions, and filming | nothing to ask: no paper of ours shows it |
"""
