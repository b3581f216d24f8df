"""What stays a number wherever it stands: migrations, and functions whose source is taken."""

from __future__ import annotations

import pytest
from fixing import fixed, outcome

FUNCTION = "def f(error_code):\n    return error_code == 16388\n\n\n"
SOURCE = "the source of its function is taken as text, and runs without the imports of this module"
MIGRATION = "a migration says what was true when it was written: its values stay numbers"


@pytest.mark.parametrize(
    "text",
    [
        f"{FUNCTION}print(inspect.getsource(f))\n",
        f"{FUNCTION}text = getsource(f)\n",
        f"{FUNCTION}lines, _ = inspect.getsourcelines(f)\n",
        f"{FUNCTION}data = compress(f.__code__)\n",
        f"{FUNCTION}print(f.__code__.co_consts)\n",
        f"{FUNCTION}gateway.remote_exec(f, room=1)\n",
        f"{FUNCTION}PythonVirtualenvOperator(task_id='a', python_callable=f)\n",
        f"@task.virtualenv(requirements=[])\n{FUNCTION}",
        f"@dsl.component\n{FUNCTION}",
        f"def sent(call):\n    return run(inspect.getsource(call))\n\n\n@sent\n{FUNCTION}",
        f"def sent(call, n):\n    return run(inspect.getsource(call))\n\n\n{FUNCTION}sent(f, 1)\n",
        "class A:\n    def f(self, error_code):\n        return error_code == 16388\n\n\ngetsource(A)\n",
        "class A:\n    def f(self, error_code):\n        return error_code == 16388\n\n\ngetsource(A.f)\n",
    ],
)
def test_a_function_whose_source_is_taken(text: str) -> None:
    result = outcome(f"import trtc\n\n\n{text}".encode())
    assert (result.new, result.error) == (None, None)
    assert [str(item.reason) for item in result.refusals] == [SOURCE]


@pytest.mark.parametrize(
    "text",
    [
        f"{FUNCTION}print(inspect.getsource(g))\n",
        f"{FUNCTION}print(inspect.signature(f), f.__code__.co_argcount)\n",
        f"def g(call):\n    return inspect.getsource(call)\n\n\n{FUNCTION}h(f)\n",
        f"@task.branch\n{FUNCTION}getsource(g)\n",
    ],
)
def test_other_functions(text: str) -> None:
    new = fixed(f"import trtc\n\n\n{text}".encode()).decode()
    assert new.endswith(text.replace("16388", "ErrorCode.JOIN_ROOM_FAILED"))


DJANGO = """\
from django.db import migrations


def forwards(apps, schema_editor):
    apps.get_model("trtc", "Call").objects.filter(error_code=16388).delete()


class Migration(migrations.Migration):
    dependencies = [("trtc", "0001_initial")]
    operations = [migrations.RunPython(forwards)]
"""
ALEMBIC = """\
from alembic import op

revision = "1"
down_revision: str | None = None


def upgrade():
    op.bulk_insert(trtc_calls, [{"error_code": 16388}])
"""


@pytest.mark.parametrize(
    "text", [DJANGO, DJANGO.replace("migrations.Migration", "Migration"), ALEMBIC]
)
def test_migrations_keep_their_values(text: str) -> None:
    result = outcome(text.encode(), "/somewhere/migrations/0002_calls.py")
    assert (result.new, result.error) == (None, None)
    assert [str(item.reason) for item in result.refusals] == [MIGRATION]


def test_what_is_no_migration() -> None:
    text = DJANGO.replace("class Migration(migrations.Migration):", "class Migration(Base):")
    assert b"error_code=ErrorCode.JOIN_ROOM_FAILED" in fixed(text.encode())
