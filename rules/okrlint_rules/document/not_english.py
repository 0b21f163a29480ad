from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from okrlint import Bad, Context, Document, DocumentRule, Good, Problem, Severity, Suggestion


class NotEnglish(DocumentRule):
    """okrlint judges English; what is written in another language is told apart and left alone.

    The words of a task or an outcome differ from language to language, and English rules on German
    sentences would only make noise. So such statements are named once, and their words are not
    judged. In the [languages that okrlint knows the words for](../docs/languages.md) what needs no
    English is judged still: counts, numbers, dates, owners. Of others `okrlint outline` shows what
    was read.
    `language = "any"` in the configuration has every statement judged all the same.
    """

    name = "not-english"
    code = "DOC007"
    summary = "statements in another language are not judged"
    severity = Severity.NOTE
    criterion = "What a tool cannot judge, it should say that it does not"
    needs_language = False
    any_language = True
    examples = (
        Bad(
            "# OKRs Q3 2027\n\n## Ziel: Das Lager arbeitet ohne Hast\n\n"
            "- KR: Die Wartezeit an der Rampe sinkt von 40 auf 25 Minuten\n"
            "- KR: Keine Lieferung wird mit Schaden angenommen\n",
            where="Das Lager arbeitet ohne Hast",
        ),
        Bad(
            "# OKRs Q3 2027\n\n## Objectif : Les lecteurs reviennent\n\n"
            "- KR : Le taux de prêt passe de 30 % à 45 % dans chaque quartier\n"
        ),
        Bad(
            "# OKRs Q3 2027\n\n## Objetivo: Los vecinos usan el huerto\n\n"
            "- KR: Aumentar las visitas de 200 a 350 al mes\n"
        ),
        Bad(
            "# OKRs Q3 2027\n\n## Objective: The choir fills the hall\n\n"
            "- KR: 300 guests at the summer concert\n"
            "- KR: Neue Noten für alle Stimmen kaufen und verteilen\n",
            where="Neue Noten für alle Stimmen kaufen und verteilen",
        ),
        Good("- Raise the share of readers who come back from 30 % to 45 %"),
        Good("- Café de la Mer and two shops in Las Palmas order 40 kg a week"),
        Good("- NPS 45"),
        Good("- Le Monde and El País write about the choir"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        if not context.foreign:
            return
        counted = Counter(context.foreign.values()).most_common()
        languages = " and ".join(language for language, _ in counted[:2])
        number = len(context.foreign)
        what = "1 statement is" if number == 1 else f"{number} statements are"
        help_ = Suggestion('set language = "any" to have them judged all the same')
        if document.language:
            message = f"{what} in {languages}: their numbers and dates are judged, not their words"
        else:
            message = f"{what} in {languages}, not in English, and not judged"
        yield Problem(message, min(context.foreign), (help_,))
