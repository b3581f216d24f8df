"""Fixed TypeScript compiles under `tsc --strict` as it did, and its modules run."""

from __future__ import annotations

import subprocess
from pathlib import Path

from fixing import fixed

from flake8_trtc.api import fix_text
from flake8_trtc.config.options import Options

PRELUDE = """\
interface RtcError { getCode(): number; getExtraCode(): number; message: string }
declare function retry(): void;
declare const client: { join(o: object): Promise<void>; on(e: 'error', f: (x: RtcError) => void): void };
"""
BODIES = {
    "compared": (
        "export function f(e: RtcError): boolean {\n"
        "  return e.getCode() === 0x4004 || 16451 !== e.getCode();\n}\n"
    ),
    "switch": (
        "export function f(e: RtcError): string {\n  switch (e.getCode()) {\n"
        "    case 0x4004: return 'a';\n    case 4099: return 'b';\n    default: return 'c';\n  }\n}\n"
    ),
    "casts": "export const f = (e: unknown) => ((e as RtcError).getCode() as unknown as number) === 0x4043;\n",
    "includes": "export const f = (e: RtcError) => [0x4001, 0x4004].includes(e.getCode());\n",
    "includes and compared": (
        "export const f = (e: RtcError) => [0x4001].includes(e.getCode()) || e.getCode() === 0x4004;\n"
    ),
    "set": (
        "const retryCodes = new Set([0x4004, 0x4005]);\n"
        "export const f = (e: RtcError) => retryCodes.has(e.getCode());\n"
    ),
    "map": (
        "const errors = new Map([[0x4004, 'join'], [0x4043, 'play']]);\n"
        "export const f = (e: RtcError) => errors.get(e.getCode());\n"
    ),
    "record": (
        "const errors: Record<number, string> = { 0x4004: 'join', 16451: 'play' };\n"
        "export const f = (e: RtcError) => errors[e.getCode()];\n"
    ),
    "assigned": (
        "export let code = 0x4004;\ncode = 5;\n"
        "export function f(errorCode = 0x4043) { errorCode = 1; return errorCode; }\n"
    ),
    "literal union": (
        "declare const code: 16388 | 16451;\n"
        "export function f(): string {\n  if (code === 16388) return 'a';\n"
        "  switch (code) { case 16451: return 'b'; }\n}\n"
    ),
    "narrowed": (
        "declare const errorCode: 16388 | 16451;\n"
        "if (errorCode === 16388) { const x: 16388 = errorCode; void x; }\nexport {};\n"
    ),
    "const array": "export const codes = [0x4004, 0x4043] as const;\nexport type Code = typeof codes[number];\n",
    "in a class": (
        "export class Room {\n  code: number = 0x4004;\n  private failed(e: RtcError) {\n"
        "    return e.getCode() === 0x4043;\n  }\n  go() { client.on('error', e => { this.failed(e); }); }\n}\n"
    ),
    "generic": (
        "export async function f<T extends RtcError>(e: T): Promise<boolean> {\n"
        "  const code = await Promise.resolve(e.getCode());\n  return code === 0x4004;\n}\n"
    ),
    "a type of that name": (
        "interface ErrorCode { JOIN: number }\nexport declare const shape: ErrorCode;\n"
        "export const f = (e: RtcError) => e.getCode() === 0x4004;\n"
    ),
    "constants of its own": (
        "const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 } as const;\n"
        "export const f = (e: RtcError) => e.getCode() === 16388 || e.getCode() === 0x4043 ||\n"
        "  e.getCode() === ErrorCode.JOIN_ROOM_FAILED;\n"
    ),
    "an enum of its own": (
        "enum Codes { JOIN_ROOM_FAILED = 0x4004 }\n"
        "export const f = (e: RtcError) => e.getCode() === 16388 || e.getCode() === 0x4043;\n"
        "export const g = Codes;\n"
    ),
    **{
        name: f"type Code = 16388 | 16451;\nexport const v: unknown = 0;\n{text}\n"
        for name, text in (
            ("pushed", "export const codes = [0x4004, 0x4043];\ncodes.push(3);"),
            ("added", "export const codes = new Set([0x4004]);\ncodes.add(5);"),
            (
                "keys",
                "const text = { 0x4004: 'a', 0x4043: 'b' };\nexport const f = (code: Code) => text[code];",
            ),
            (
                "record of a union",
                "export const text: Record<Code, string> = { 0x4004: 'a', 0x4043: 'b' };",
            ),
            ("property", "export const o = { code: 0x4004 };\no.code = 5;"),
            ("field", "export class X { code = 0x4004; f() { this.code = 5; } }"),
            ("union", "export let code: Code = 0x4004;\ncode = 16451;"),
            ("array of a union", "export const codes: Code[] = [0x4004, 0x4043];"),
            ("set of a union", "export const codes = new Set<Code>([0x4004, 0x4043]);"),
            ("satisfies", "export const codes = [0x4004] satisfies number[];\ncodes.push(3);"),
            (
                "rows",
                "export const errors = [{ code: 0x4004, t: 'a' }];\nerrors.push({ code: 3, t: 'b' });",
            ),
            (
                "rest of a union",
                "export const f = (code: Code): 16451 | 0 => code === 0x4004 ? 0 : code;",
            ),
            (
                "discriminated",
                "type E = { code: 16388; room: string } | { code: 16451; id: string };\n"
                "export const f = (e: E): string => e.code === 0x4004 ? e.room : e.id;",
            ),
            (
                "union and collection",
                "export function f(code: Code): string {\n  if ([0x4001].includes(code)) return '';\n"
                "  switch (code) { case 0x4004: return 'a'; case 0x4043: return 'b'; }\n}",
            ),
        )
    },
    "constants of its own, asked of a collection": (
        "const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 } as const;\n"
        "export const f = (e: RtcError) => [16388, 0x4043].includes(e.getCode()) ||\n"
        "  e.getCode() === ErrorCode.JOIN_ROOM_FAILED;\n"
    ),
    "a class of its own": (
        "export class ErrorCode { static readonly JOIN_ROOM_FAILED = 0x4004 }\n"
        "export const f = (e: RtcError) => [16388, 0x4043].includes(e.getCode());\n"
    ),
    "an import of its type": (
        "import type { Stats } from 'node:fs';\nexport const s = (x: Stats) => x;\n"
        "export const f = (e: RtcError) => e.getCode() === 0x4004;\n"
    ),
    "in a function": (
        "function f(e: RtcError) {\n  // @ts-ignore\n  return e.getCode() === 0x4004 && nothing;\n}\n"
        "const g = (e: RtcError) => { const codes = [0x4004]; codes.push(1); return codes; };\nvoid [f, g];\n"
    ),
    "after an import": (
        "import { readFileSync } from 'node:fs';\nexport const r = readFileSync;\n"
        "export const f = (e: RtcError) => e.getCode() === 0x4004;\n"
    ),
}
OPTIONS = (
    "--strict --noEmit --target es2022 --module nodenext --skipLibCheck --noUncheckedIndexedAccess "
    "--noPropertyAccessFromIndexSignature --isolatedModules --types node"
).split()  # fmt: skip


def compiled(directory: Path) -> str:
    """What tsc says of the scripts in a directory."""
    tsc = directory / "node_modules" / ".bin" / "tsc"
    files = sorted(path.name for path in directory.glob("*.ts"))
    assert len(files) == len(BODIES)
    done = subprocess.run(
        [str(tsc), *OPTIONS, *files], cwd=directory, capture_output=True, text=True, check=False
    )
    return done.stdout


def test_compiles_as_it_did(typescript: Path) -> None:
    for name, body in BODIES.items():
        (typescript / f"{name.replace(' ', '_')}.ts").write_text(PRELUDE + body, encoding="utf-8")
    assert compiled(typescript) == ""
    for path in typescript.glob("*.ts"):
        path.write_bytes(fixed(path.read_bytes(), f"/somewhere/trtc_{path.name}"))
    assert compiled(typescript) == ""


def test_a_number_that_is_const_by_itself_stays() -> None:
    """TypeScript takes `as const` of a literal, not of a constant's name (TS1355)."""
    text = (
        "import TRTC from 'trtc-js-sdk';\n"
        "const a = { trtcCode: 16388 as const, errorCode: <const>16388, code: ((16388)) as const };\n"
    )
    outcome = fix_text("room.ts", text, Options())
    assert outcome.new is None
    said = "`as const` takes a plain number; the constant's type is the number without it"
    assert {str(item.reason) for item in outcome.refusals} == {said}
    assert len(outcome.refusals) == 3
