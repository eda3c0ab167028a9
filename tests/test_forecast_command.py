"""The command `forecast`: what it prints, and how it ends."""

import json

import pytest
from cases import CASES, laid_out

from section75.cli import main
from section75.commands.saying import DONE, PROBLEMS, USAGE

MILL = CASES / "good" / "mill"
OVER = ("forecast", "mill", "--year", "2026/27", "--scheme", "nursing_at_home=£1.3m", "--scheme", "reablement=800,000.01")
TOLD = """\
Overspend: Home Fund                                                         Sum              Left
  All of it                                                             £275,000          £275,000
  1. by setting it against underspends of other schemes of the fund
       against Reablement                                                £25,000          £250,000
  2. from the reserve of the Home Fund, up to £30,000
       the reserve of the Home Fund                                      £30,000          £220,000
  3. by the Council as to 40% and the ICB as to 60%
       the Council                                                       £88,000          £132,000
       the ICB                                                          £132,000                £0
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Return a project with the small agreement of two pools."""
    return laid_out(tmp_path_factory.mktemp("forecast"), MILL)


def test_it_prints_schemes_then_each_list_step_by_step_then_who_pays_what(root, capsys):
    assert main(OVER, root) == DONE
    shown = capsys.readouterr().out
    assert TOLD in shown
    assert shown.index("Scheme  ") < shown.index("Overspend: Home Fund") < shown.index("Who pays what in all")
    assert max(map(len, shown.splitlines())) <= 100


def test_json_holds_the_same_amounts_in_pounds_as_words(root, capsys):
    assert main([*OVER, "--format", "json"], root) == DONE
    made = json.loads(capsys.readouterr().out)
    (over, under) = made["lists"]
    assert (over["list"], over["amount"], over["borne_by_nobody"]) == ("fund-home-overspend", "275000.00", "0.00")
    assert [step["sum"] for step in over["steps"]] == ["25000.00", "30000.00", "88000.00", "132000.00"]
    assert under["steps"][0]["kind"] == "other lists"
    assert {one["partner"]: one["net"] for one in made["partners"]} == {"council": "88000.00", "icb": "132000.00"}
    assert made["settled"] is True


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--scheme", "reablment=5"], "--scheme: there is no “reablment”. Did you mean “reablement”?"),
        (["--scheme", "reablement"], "--scheme: “reablement” has no amount. Write --scheme reablement=100,000."),
        (["--scheme", "reablement=lots"], "--scheme: “lots” is not an amount of money. Write £6,200,000, £6.2m or £12,345.67."),
        (["--scheme", "reablement=-5"], "--scheme: “-5” is less than nothing. Write what is spent, or found, in all."),
        (["--scheme", "reablement=5", "--scheme", "reablement=6"], "--scheme: “reablement” is given twice."),
        (["--scheme", "reablement=5", "--year", "2028/29"], "--year: no contributions are stated for 2028/29."),
        (["--scheme", "reablement=5", "--year", "next"], "--year: “next” is not a financial year. Write 2026/27."),
        (["--scheme", "reablement=5", "--fault", "icbs=5"], "--fault: there is no “icbs”. Did you mean “icb”?"),
        (["--scheme", "reablement=5", "--found", "gold=5"], "--found: no step takes money from outside the funds."),
        (["--scheme", "reablement=5", "--format", "csv"], "There is no format “csv”."),
    ],
)
def test_what_is_mistyped_is_told_and_nothing_is_reckoned(root, capsys, words, said):
    assert main(["forecast", "mill", *words], root) == USAGE
    shown = capsys.readouterr()
    assert said in shown.err
    assert shown.out == ""


@pytest.mark.parametrize(("begins", "year"), [("1 April 2025", "2025/26"), ("1 April 2026", "2026/27"), ("1 April 2030", "2025/26")])
def test_the_year_is_the_first_of_the_agreement_unless_one_is_named(tmp_path, capsys, begins, year):
    root = changed(tmp_path, "commencement: 1 April 2025\n  expiry: 31 March 2028", f"commencement: {begins}\n  expiry: 31 March 2032")
    main(["forecast", "mill", "--scheme", "reablement=5"], root)
    assert f"Mill Partnership Agreement: forecast for {year}" in capsys.readouterr().out


def test_a_scheme_must_be_named(root, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["forecast", "mill"], root)
    assert ended.value.code == USAGE
    assert "--scheme" in capsys.readouterr().err


def test_an_agreement_that_there_is_not_is_refused_as_elsewhere(root, capsys):
    assert main(["forecast", "mil", "--scheme", "x=5"], root) == PROBLEMS
    assert "There is no agreement “mil”. Did you mean “mill”?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    overspend: [{bear: council}]\n", "", "No rule is stated for it."),
        (
            "overspend: [{bear: council}]",
            "overspend: [{bear: council, up_to: £5}]",
            "does not end with a step that takes all that is left.",
        ),
        (
            "overspend: [{bear: council}]",
            "overspend: [{bear: council, up_to: half}]",
            "The limit “half” is in words. State it as an amount.",
        ),
    ],
)
def test_what_nobody_bears_is_said_and_is_a_problem(tmp_path, capsys, old, new, said):
    root = changed(tmp_path, old, new)
    assert main(["forecast", "mill", "--scheme", "adaptations=£1m"], root) == PROBLEMS
    shown = capsys.readouterr().out
    assert said in shown
    assert "is borne by nobody." in shown


def test_what_is_left_to_a_decision_is_said_and_is_no_problem(tmp_path, capsys):
    root = changed(tmp_path, "overspend: [{bear: council}]", "overspend: [{decide: board}]")
    assert main(["forecast", "mill", "--scheme", "adaptations=£1m"], root) == DONE
    shown = capsys.readouterr().out
    assert "1. as the Board decides under the schedule on risk" in shown
    assert "£600,000 is left to a decision." in shown


def test_a_contribution_that_is_not_known_stops_it_at_its_place(tmp_path, capsys):
    root = changed(tmp_path, "    adaptations: {grant: 400000}\n", "    adaptations: {grant: TBC}\n")
    assert main(["forecast", "mill", "--scheme", "adaptations=£1m"], root) == PROBLEMS
    assert "What is contributed to Adaptations in 2025/26 is not known. State contributions.2025/26.adaptations." in capsys.readouterr().err


def changed(tmp_path, old, new):
    """Return a project in which the small agreement says something else."""
    root = laid_out(tmp_path / "project", MILL)
    file = root / "agreements" / "mill" / "agreement.yaml"
    words = file.read_text(encoding="utf-8")
    assert old in words
    file.write_text(words.replace(old, new, 1), encoding="utf-8")
    return root
