"""Who takes part: partners, groups of them, and bodies that are only named.

In: the maps `partners`, `groups` and `bodies` of an agreement. Out: `Partner`, `Group`, `Body`.
Partners and groups answer the same questions (`short`, `each`, `a`, `noun`), so that a clause reads right for either.
"""

from typing import Annotated, Final

from section75.facts.base import Blank, Blankable, Choice, Fact, Line, Many, Reference, Words, unstated
from section75.facts.particulars import Consent, Contacts
from section75.facts.phrases import Glue, Phrase

COUNCILS: Final = (
    "county council", "district council", "unitary council", "metropolitan borough council", "London borough council",
    "Common Council of the City of London", "Council of the Isles of Scilly",
)  # fmt: skip
NHS_BODIES: Final = (
    "integrated care board", "clinical commissioning group", "primary care trust", "nhs trust", "nhs foundation trust", "nhs england",
    "strategic health authority",
)  # fmt: skip
OTHERS: Final = ("combined authority", "combined county authority", "company", "charity", "other")


class Post(Fact):
    """A post, and how to reach whoever holds it. May be written as words alone."""

    shorthand = "post"

    post: Annotated[Line | Blank, Blankable("the post")]
    """The title of the post."""
    name: Line | None = None
    """Who holds it; printed only in lists of contacts."""
    email: Line | None = None
    """An address of the post, not of the person."""
    telephone: Line | None = None
    """A number of the post."""
    employer: Line | None = None
    """The body that employs the holder, where that is not plain."""


class Notices(Fact):
    """Where formal notices go."""

    to: Annotated[Line | Blank, Blankable("the post to which notices are sent")]
    """The post to which notices are addressed."""
    address: Annotated[Line | Blank, Blankable("the address for notices")]
    """The postal address for notices."""
    email: Annotated[Line | Blank, Blankable("the e-mail address for notices")]
    """The e-mail address for notices."""


class Named(Fact):
    """What partners and other bodies have in common."""

    name: Line
    """The full legal name."""
    short: Line
    """What the documents call it, with its article if it takes one: the Council."""
    initials: Line | None = None
    """The initials that reports use."""

    @property
    def term(self) -> Words:
        """The short name without its article: the defined term."""
        return self._said(self.short.removeprefix("the "))

    @property
    def article(self) -> Words:
        """The article before the short name, with a space, or nothing."""
        return Words("the " if self.short.startswith("the ") else "", self.short.path, self.short.place)

    def _said(self, words: str) -> Words:
        return Words(words, self.short.path, self.short.place)


class Partner(Named):
    """A body that makes the agreement."""

    type: Annotated[Words, Choice(*COUNCILS, *NHS_BODIES, *OTHERS)]
    """What kind of body it is in law."""
    also_known_as: Many[Line] = ()
    """Other names by which people know it."""
    area: Line | None = None
    """The area it serves."""
    address: Annotated[Line | Blank, Blankable("the principal office of {name}")]
    """Its principal office."""
    code: Line | None = None
    """Its code in the register of organisations."""
    formerly: Many[Line] = ()
    """Bodies whose functions it took over."""
    succeeds: Many[Line] = ()
    """Bodies that it replaced by law."""
    successor: Line | None = None
    """The body that is to replace it."""
    lead: Annotated[Post | Blank, Blankable("the lead officer of {name}")]
    """The post that leads for it."""
    officer: Annotated[Post | Blank, Blankable("the authorised officer of {name}")]
    """The post of its Authorised Officer."""
    finance: Annotated[Post | Blank, Blankable("the chief finance officer of {name}")]
    """The post that answers for its money."""
    notices: Annotated[Notices | Blank, Blankable("the address for notices to {name}")]
    """Where formal notices go."""
    signs: Line | None = None
    """How it executes documents: common seal, or the posts that sign."""
    signatories: Annotated[Many[Line] | Blank, Blankable("the signatories of {name}")]
    """The posts that sign for it."""
    contacts: Contacts = unstated(Contacts, "partners.*.contacts")
    """Whom to ask there about what."""
    acts_under: Line | None = None
    """If it is a combined authority: the arrangements under which it exercises NHS functions, or the order that lets it take part."""
    consents: Many[Consent] = ()
    """If it is an NHS trust: the consents of the bodies that commission from it."""

    @property
    def is_council(self) -> bool:
        """Whether it is a local authority."""
        return self.type in COUNCILS

    @property
    def is_nhs(self) -> bool:
        """Whether it is an NHS body."""
        return self.type in NHS_BODIES

    @property
    def is_nhs_trust(self) -> bool:
        """Whether it is an NHS trust that is not a foundation trust."""
        return self.type == "nhs trust"

    @property
    def known_as(self) -> Phrase:
        """The short name, with the other names in brackets."""
        if not self.also_known_as:
            return Phrase((self.term,))
        return Phrase((self.term, Glue(" ("), self.also_known_as[0], Glue(")")))

    # ------------------------------------------------------------------ as one side of the agreement

    @property
    def each(self) -> Words:
        """The partner itself: *each* of one."""
        return self.short

    @property
    def a(self) -> Words:
        """The partner itself: *a* of one."""
        return self.short

    @property
    def noun(self) -> Words:
        """The defined term."""
        return self.term

    @property
    def several(self) -> bool:
        """Whether it stands for more than one."""
        return False

    @property
    def members(self) -> "tuple[Partner, ...]":
        """The partner alone."""
        return (self,)


class Group(Fact):
    """Several partners of one kind that the document speaks of together."""

    name: Line
    """What they are, in full: Clinical Commissioning Groups."""
    short: Line
    """What the documents call them together: the CCGs."""
    one: Line
    """What the documents call any one of them: CCG."""
    initials: Line | None = None
    """The initials that reports use for any one of them."""
    also_known_as: Many[Line] = ()
    """Other names by which people know them."""
    area: Line | None = None
    """The area they serve together."""
    members: Many[Annotated[Partner, Reference("partners")]]
    """The partners in the group, by their keys."""

    @property
    def term(self) -> Words:
        """The short name without its article."""
        return Words(self.short.removeprefix("the "), self.short.path, self.short.place)

    @property
    def article(self) -> Words:
        """The article before the short name, with a space, or nothing."""
        return Words("the " if self.short.startswith("the ") else "", self.short.path, self.short.place)

    @property
    def each(self) -> Words:
        """*each CCG*."""
        return Words(f"each {self.one}", self.one.path, self.one.place)

    @property
    def a(self) -> Words:
        """*a CCG*, *an ICB*."""
        article = "an" if self.one[:1] in "AEIO" else "a"
        return Words(f"{article} {self.one}", self.one.path, self.one.place)

    @property
    def noun(self) -> Words:
        """*CCG*."""
        return self.one

    @property
    def several(self) -> bool:
        """Whether it stands for more than one."""
        return len(self.members) > 1


class Body(Named):
    """A body that the papers name and that is not a partner."""

    type: Annotated[Words, Choice(*COUNCILS, *NHS_BODIES, *OTHERS)]
    """What kind of body it is in law."""
    role: Line | None = None
    """What it does in the arrangements."""


Side = Partner | Group
