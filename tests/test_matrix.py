"""Every meaningful combination of kind, arrangement, fund, partners, staff, drafting family and form drafts without a fault.

A combination is written as the YAML of a small agreement, then drafted from the real texts. Every text must be whole: no undefined term, no
unused definition, no broken reference, no empty clause, no stray bracket. Everyday a choice of combinations that pairs
each value with each other runs; where CI=true, an eighth of all agreements besides; with WHOLE=true (`make whole`), all agreements.
"""

import os
import re
from itertools import combinations, product

import pytest
import yaml
from cases import ROOT

from section75.document.index import walk
from section75.document.tree import plain
from section75.drafting.agreement import draft_agreement
from section75.facts.agreement import Agreement
from section75.facts.base import read_model
from section75.project import Project
from section75.rules import check
from section75.text.houses import read_house

VALUES = {
    "kind": ("agreement", "framework", "memorandum"),
    "arrangement": ("council commissions", "nhs provides", "nothing delegated"),
    "fund": ("pooled", "aligned", "not pooled", "none"),
    "partners": (2, 3, 8),
    "staff": ("none", "secondment", "section 113", "transfer"),
    "family": ("partners", "authority", "council-icb"),
    "extent": ("full", "short"),
}


def meaningful(chosen):
    """Return whether partners would make such an agreement; the short form serves two partners, one scheme and no transfer."""
    simple = chosen["partners"] == 2 and chosen["staff"] != "transfer" and chosen["kind"] != "framework"
    return (chosen["extent"] == "full" or simple) and not (chosen["arrangement"] == "nothing delegated" and chosen["staff"] != "none")


ALL = [chosen for values in product(*VALUES.values()) if meaningful(chosen := dict(zip(VALUES, values, strict=True)))]


def paired(every):
    """Return the fewest combinations, greedily, in which each pair of values that can stand together does."""

    def pairs(chosen):
        return set(combinations(chosen.items(), 2))

    left = set().union(*map(pairs, every))
    picked = []
    while left:
        best = max(every, key=lambda chosen: len(pairs(chosen) & left))
        picked.append(best)
        left -= pairs(best)
    return picked


PAIRED = paired(ALL)
AGREEMENTS = [chosen for chosen in ALL if chosen["kind"] == "agreement"]
WIDE = [*PAIRED, *(chosen for chosen in AGREEMENTS[::8] if chosen not in PAIRED)]
"""What CI takes: each pair of values, and an eighth of all agreements."""
WHOLE = [*PAIRED, *(chosen for chosen in AGREEMENTS if chosen not in PAIRED)]
CHOSEN = WHOLE if os.environ.get("WHOLE") == "true" else WIDE if os.environ.get("CI") == "true" else PAIRED


def facts(chosen):
    """Return the YAML of an agreement of this combination."""
    councils, nhs = {2: (1, 1), 3: (1, 2), 8: (2, 6)}[chosen["partners"]]
    kind = "nhs foundation trust" if chosen["arrangement"] == "nhs provides" else "integrated care board"
    partners = {
        f"council{n}": {"name": f"Hill {n} County Council", "type": "county council", "short": f"the Hill {n} Council"}
        for n in range(councils)
    }
    partners |= {f"nhs{n}": {"name": f"NHS Vale {n}", "type": kind, "short": f"the Vale {n} Body"} for n in range(nhs)}
    groups = {}
    if councils > 1:
        groups["councils"] = {
            "name": "Councils",
            "short": "the Councils",
            "one": "Council Body",
            "members": [f"council{n}" for n in range(councils)],
        }
    if nhs > 1:
        groups["bodies"] = {
            "name": "Health Bodies",
            "short": "the Health Bodies",
            "one": "Health Body",
            "members": [f"nhs{n}" for n in range(nhs)],
        }
    council, health = ("councils" if councils > 1 else "council0"), ("bodies" if nhs > 1 else "nhs0")
    provides = chosen["arrangement"] == "nhs provides"
    scheme = {
        "name": "Care at Home",
        "lead": "nhs0" if provides else "council0",
        "mode": "provides" if provides else "commissions",
        "functions": ["care", "health"],
        "aims": "people live well at home",
        "people": "adults of the area",
        "services": ["support at home"],
    }
    if chosen["arrangement"] != "nothing delegated":
        scheme["delegated"] = ["care"] if provides else ["health"]
    made = {
        "title": "Care at Home Agreement", "subject": "care at home", "kind": chosen["kind"], "form": "deed", "extent": chosen["extent"],
        "law_as_at": "1 April 2026", "partners": partners, "groups": groups, "lexicon": {"family": chosen["family"]},
        "term": {"commencement": "1 April 2026", "expiry": "31 March 2029"}, "purpose": ["people live well at home"],
        "improvement": "one team will serve each person",
        "functions": {
            "care": {"of": council, "act": "Care Act 2014", "sections": ["18", "19"], "covers": "meeting needs for care and support"},
            "health": {"of": health, "act": "National Health Service Act 2006", "sections": "3", "covers": "arranging community services"},
        },
        "governance": {"board": {"name": "Joint Board", "short": "the Joint Board", "role": "oversees it", "meets": "quarterly"}},
        "schemes": {"home": scheme},
    }  # fmt: skip
    if chosen["fund"] != "none":
        fund = {"name": "Home Fund", "kind": chosen["fund"], "host": "council0", "manager": "Head of Care"}
        fund["overspend"] = [{"share": "by contribution"}] if chosen["fund"] == "pooled" else [{"bear": "each"}]
        made["funds"] = {"home": fund}
        scheme["fund"] = "home"
        made["contributions"] = {"2026/27": {"home": {"council0": "1,000,000", "nhs0": "500,000"}}}
    if chosen["staff"] != "none":
        of, to = ("council0", "nhs0") if provides else ("nhs0", "council0")
        made["staff"] = {"team": {"how": chosen["staff"], "of": of, "to": to, "posts": {"Social worker": "4"}, "directs": "Team manager"}}
    return yaml.safe_dump(made, sort_keys=False, allow_unicode=True)


@pytest.fixture(scope="module")
def project():
    return Project(ROOT)


@pytest.mark.parametrize("chosen", CHOSEN, ids=lambda chosen: " · ".join(map(str, chosen.values())))
def test_a_combination_drafts_without_a_fault(chosen, project, tmp_path):
    path = tmp_path / "agreement.yaml"
    path.write_text(facts(chosen), encoding="utf-8")
    agreement = read_model(Agreement, path, "agreement.yaml", {}, ROOT / "templates" / "defaults.yaml")
    house, _ = read_house(ROOT, "default")
    document = drafted(agreement, project, house)
    assert [str(problem) for problem in check(document, project.terms()) if problem.level != "advice"] == []
    assert stray(document) == []


def drafted(agreement, project, house):
    library = project.library()
    return draft_agreement(agreement, project.texts(library), library, project.roles, house.scheme).document


def stray(document):
    """Return the places where a clause is empty, a bracket has no partner, or words are printed twice by a slip."""
    found = []
    for part, block, _ in walk(document):
        holder = block or part
        words = plain((*holder.heading, *(block.content if block else ())))
        if block and block.kind in ("clause", "paragraph") and not block.children:
            found.append(f"empty: {words}")
        if words.count("(") != words.count(")") or words.count("[") != words.count("]"):
            found.append(f"bracket: {words}")
        if re.search(r"\b(the the|a the|of of|and and)\b|  |\.\.| ,| ;|\(\s*\)", words):
            found.append(f"slip: {words}")
    return found
