"""The steps by which overspends are met and underspends used, a verb a file; this lists them.

In: the modules of this folder. Out: `STEPS`, every kind of step by its verb, and the annotations of the two lists.
A module names one model, `Step` with the verb as a field, and the words for it stand in `templates/steps/<verb>.md`.
"""

import pkgutil
from importlib import import_module
from typing import Annotated, Final

from section75.facts.base import Variant
from section75.facts.step import Step


def _model(verb: str) -> type[Step]:
    module = import_module(f"{__name__}.{verb}")
    (model,) = (kind for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, Step) and kind.verb == verb)
    return model


STEPS: Final = {found.name: _model(found.name) for found in pkgutil.iter_modules(__path__)}
"""Every kind of step by its verb."""

OverspendStep = Annotated[Step, Variant("step", tuple(kind for kind in STEPS.values() if "overspend" in kind.serves))]
"""One step by which an overspend is met."""
UnderspendStep = Annotated[Step, Variant("step", tuple(kind for kind in STEPS.values() if "underspend" in kind.serves))]
"""One step by which an underspend is used."""
