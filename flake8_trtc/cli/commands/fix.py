"""The command `fix`: files are rewritten, or it is shown how they would be."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from contextlib import closing
from functools import partial

from flake8_trtc.api import fix_text
from flake8_trtc.cli.arguments import (
    add_choices,
    add_colour,
    add_jobs,
    add_paths,
    add_stdin_filename,
    add_volume,
    chosen_files,
    chosen_options,
    is_piped,
    need_paths,
    say_mistake,
    show_settings,
)
from flake8_trtc.cli.commands._fix_path import Job, Result, describe, fix_path
from flake8_trtc.cli.console import Run, in_colour, let_go, put
from flake8_trtc.config.options import OptionsError
from flake8_trtc.messages import failures
from flake8_trtc.messages import run as said
from flake8_trtc.messages.message import program
from flake8_trtc.messages.options import NO_RULE_TO_IGNORE, RULES_BEHIND_EQUALS
from flake8_trtc.workspace.files import FileError, create
from flake8_trtc.workspace.search import run_all
from flake8_trtc.workspace.walk import within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flake8_trtc.fix.constants_module import Missing
    from flake8_trtc.messages.message import Message

_DONE, _OPEN, _USAGE, _FAILED = range(4)
_FEW = 2
"""As many scripts may declare the constants themselves without a word."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the paths, what to do with them, and what to look at."""
    add_paths(parser)
    mode = parser.add_argument_group("do")
    mode.add_argument("--check", action="store_true")
    mode.add_argument("--diff", action="store_true")
    add_colour(mode.add_argument)
    mode.add_argument("--write-constants", action="store_true")
    mode.add_argument("--add-ignore", nargs="?", metavar="CODE[,...]")
    add_jobs(mode)
    add_stdin_filename(mode)
    add_volume(parser)
    add_choices(parser)


def prepared(words: Sequence[str]) -> list[str]:
    """A command line in which a bare --add-ignore does not take the path behind it for codes."""
    return ["--add-ignore=TRT" if word == "--add-ignore" else word for word in words]


def run(given: argparse.Namespace, *, followed: bool = False) -> int:
    """Fix what the arguments name; the exit code. Usage errors leave by SystemExit.

    followed: `check` looks at the same files next.
    """
    piped = is_piped(given)
    try:
        if given.show_settings:
            show_settings(given)
            return _DONE
        need_paths(given)
        options = chosen_options(given)
        silence = _codes(given.add_ignore, given.paths)
    except OptionsError as error:
        say_mistake(given, given.parser.prog, error)
        return _USAGE
    write = not (given.check or given.diff)
    job = Job(options, write=write, diff=given.diff, supply=given.write_constants)
    job = job._replace(colour=given.diff and in_colour(given.color))
    job = job._replace(silence=silence, named=frozenset(given.paths))
    this = Run(
        options.language,
        quiet=given.quiet,
        verbose=given.verbose,
        named=chosen_files(given),
        followed=followed,
    )
    try:
        if piped:
            return _standard_input(given, job, this)
        results = run_all(
            *(given.paths, options, partial(fix_path, job=job), _failed, this.note),
            jobs=given.jobs,
            forced=given.force_exclude,
            total=this.total,
        )
        with closing(results):
            return _report(this.watched(results, lambda item: item.speaks), job, this)
    except KeyboardInterrupt:
        let_go(sys.stdout)
        this.say(said.INTERRUPTED())
        raise


def _codes(given: str | None, paths: Sequence[str]) -> tuple[str, ...]:
    """The prefixes that --add-ignore names, none of which is a path. Raises OptionsError."""
    if given is None:
        return ()
    from flake8_trtc.config.options import items

    for path in paths:
        taken = [code.upper() for code in items(path)]
        if taken and all(_is_rule(code) for code in taken) and not os.path.exists(path):
            raise OptionsError(RULES_BEHIND_EQUALS(codes=path))
    codes = tuple(code.upper() for code in items(given))
    for code in codes or ("",):
        if not _is_rule(code):
            raise OptionsError(NO_RULE_TO_IGNORE(code=repr(code or given)))
    return codes


def _is_rule(code: str) -> bool:
    """True if a word is a rule, or the beginning of some."""
    from flake8_trtc.catalog.rules import RULES

    return bool(code) and any(rule.startswith(code) for rule in RULES)


def _failed(path: str, reason: Message) -> Result:
    return Result(path, error=reason)


def _standard_input(given: argparse.Namespace, job: Job, this: Run) -> int:
    """Fix standard input to standard output; what can't be fixed passes through unchanged."""
    from flake8_trtc.cli.commands._stdin import UNNAMED, read_input, unfit
    from flake8_trtc.detect.scan import may_hold

    try:
        data = read_input()
    except FileError as error:
        this.fail(UNNAMED, error.message)
        return _FAILED
    path = given.stdin_filename or UNNAMED
    result = Result(path)
    new = data
    reason = unfit(given.stdin_filename, data, job.options, forced=given.force_exclude)
    if reason is None and may_hold(data, path, job.options):
        outcome = fix_text(path, data, job.options, job.silence)
        new = data if outcome.new is None else outcome.new
        result = describe(path, data, outcome, job)._replace(imports=False)  # a note each time
    if job.write:
        put(new)
    this.note(path, reason)
    return _report([result], job, this)


def _report(results: Iterable[Result], job: Job, this: Run) -> int:
    """Print the results as they come, and a summary; the exit code."""
    fixed = changed = remaining = silenced = unsilenced = copies = imports = 0
    reasons: Counter[Message] = Counter()
    missing: dict[str, Missing] = {}
    for result in results:
        if result.diff:
            put(result.diff)
        if result.error is not None:
            this.fail(result.path, result.error)
            continue
        if result.unversioned:
            this.unversioned(result.path)
        if result.lost is not None:
            this.lose(result.path, result.lost)
        for line in (*result.refusals, *result.unsilenced, *(() if this.quiet else result.notes)):
            this.say(line)
        changed += bool(result.fixed)
        if result.fixed and not this.quiet:
            verb = said.FIXED if job.write else said.WOULD_FIX
            this.say(verb(n=result.fixed, path=result.path))
        if result.silenced and not this.quiet:
            verb = said.SILENCED if job.write else said.WOULD_SILENCE
            this.say(verb(n=result.silenced, path=result.path))
        fixed += result.fixed
        silenced += result.silenced
        unsilenced += len(result.unsilenced)
        reasons.update(result.reasons)
        remaining += result.remaining
        copies += result.declares
        imports += result.imports
        if result.missing is not None:
            missing.setdefault(result.missing.path, result.missing)
    supplied = _supply(missing.values(), job, this)
    own = job.options.js_error_code
    if job.supply and own is not None and not (own.specifier or ".").startswith("."):
        this.say(said.NOT_WRITTEN(module=own.specifier or ""))
    if copies > _FEW and not this.quiet:
        this.say(said.SHARE(n=copies))
    if imports and job.write and not this.quiet:
        this.say(said.NEEDED(n=imports))
    this.sum_up(_facts(fixed, changed, silenced, reasons, remaining, job, this.language))
    if this.failed:
        return _FAILED
    would = not job.write and (changed or supplied or silenced)
    return _OPEN if reasons or unsilenced or would else _DONE


def _supply(missing: Iterable[Missing], job: Job, this: Run) -> int:
    """Write the missing modules, or say what is missing; how many were written, or would be."""
    supplied = 0
    project = [_repository(), *(path if os.path.isdir(path) else _near(path) for path in job.named)]
    for item in missing:
        if not job.supply or not item.path:
            this.say(item.said())
            continue
        if not within(item.path, project):
            this.fail(item.path, failures.OUTSIDE(program=program("constants")))
            continue
        try:
            if job.write:
                create(item.path, item.content)
        except FileError as error:
            this.fail(item.path, error.message)
            continue
        supplied += 1
        if not this.quiet:
            this.say((said.WROTE if job.write else said.WOULD_WRITE)(path=item.path))
    return supplied


def _near(path: str) -> str:
    return os.path.dirname(path) or os.curdir


def _repository() -> str:
    """The top of the repository that the working directory is in; itself where there is none."""
    here = directory = os.getcwd()
    while not os.path.exists(os.path.join(directory, ".git")):
        above = os.path.dirname(directory)
        if above == directory:
            return here
        directory = above
    return directory


def _facts(
    fixed: int,
    changed: int,
    silenced: int,
    reasons: Counter[Message],
    remaining: int,
    job: Job,
    language: str,
) -> Iterable[Message]:
    """The summary: how many findings there were, and what became of them."""
    refused = reasons.total()
    total = fixed + silenced + refused + remaining
    if not total:
        return
    yield said.FINDINGS(n=total)
    if fixed:
        yield (said.FIXED_IN if job.write else said.WOULD_FIX_IN)(n=changed, fixed=fixed)
    if silenced:
        yield (said.SILENCED_IN_ALL if job.write else said.WOULD_SILENCE_IN_ALL)(n=silenced)
    if refused:
        yield said.REFUSED(n=refused, reasons=_listed(reasons, language))
    if remaining:
        yield said.REMAINING(n=remaining, program=program("check"))


def _listed(reasons: Counter[Message], language: str) -> str:
    """The reasons, the most frequent first, with their numbers where there are several."""
    if len(reasons) == 1:
        return next(iter(reasons)).of(language)
    told = (said.REFUSED_FOR(n=count, reason=reason) for reason, count in reasons.most_common())
    return said.MARKS[language][2].join(item.of(language) for item in told)
