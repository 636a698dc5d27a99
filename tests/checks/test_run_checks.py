"""All checks together."""

from __future__ import annotations

import random
from typing import Any

from extractor.checks import finding_id

VERDICTS = {"agrees", "rounding", "disagrees", "unchecked"}
QUOTES = (
    *("1 persen", "40,0 persen", "112,4 persen", "0 persen", "8,6 poin", "17.259 orang", "52.300 pekerja"),
    *("1 juta jiwa", "2,6 juta peserta", "84 desa", "41.200 buruh", "16.200 nelayan", "57.400 petani"),
)
CHOICES: dict[str, list[Any]] = {
    "kind": ["achieved", "target", "gap", "change", "denominator", "share", "planned"],
    "gap_to": ["target", "full", "unknown"],
    "direction": ["increase", "decrease"],
    "change_basis": ["relative", "percentage_point", "absolute", "unknown"],
    "population": ["unknown", "target", "participants"],
    "segment": [(), (), ("FORMAL",), ("INFORMAL",), ("PU",), ("BPU",)],
    "qualifier": [(), (), ("approx",), ("more_than",)],
    "group": ["1", "1", "2"],
}


def test_no_mixture_of_claims_breaks_them(tell: Any) -> None:
    """Whatever the claims mean, each finding is whole: verdict, subjects, words and, unchecked, a reason."""
    chance = random.Random(1)
    seen = set()
    for _ in range(300):
        quotes = chance.sample(QUOTES, chance.randint(1, 8))
        numbers = [(quote, {key: chance.choice(values) for key, values in CHOICES.items()}) for quote in quotes]
        story = tell(chance.choice([". ", ", ", "\n"]).join(quotes), *numbers)
        for check in ("ratio", "gap", "parts", "change", "repeat", "over_100", "as_of"):
            for finding in story.findings(check):
                seen.add((finding.check, finding.verdict))
                assert finding.verdict in VERDICTS
                assert finding.subjects and len(set(finding.subjects)) == len(finding.subjects)
                assert set(finding.subjects) <= {f"c{i}" for i in range(len(quotes))}
                assert finding.message and "E+" not in finding.message
                assert (finding.reason is not None) == (finding.verdict == "unchecked")
    assert {check for check, _ in seen} >= {"ratio", "gap", "parts", "change", "over_100"}


def test_running_twice_gives_the_same_ids(tell: Any) -> None:
    story = tell("Masih kurang 4.500 jiwa.", ("4.500 jiwa", {"kind": "gap", "gap_to": "full"}))
    first, second = story.findings("gap"), story.findings("gap")
    assert first == second
    assert len(first[0].id) == 16


def test_an_id_depends_on_all_it_is_made_of() -> None:
    one = finding_id("d", "gap", ("a", "b"), "1 + 1 = 2")
    assert one == finding_id("d", "gap", ("b", "a"), "1 + 1 = 2")
    others = [
        finding_id("e", "gap", ("a", "b"), "1 + 1 = 2"),
        finding_id("d", "ratio", ("a", "b"), "1 + 1 = 2"),
        finding_id("d", "gap", ("a",), "1 + 1 = 2"),
        finding_id("d", "gap", ("a", "b"), "1 + 1 = 3"),
    ]
    assert len({one, *others}) == 5
