"""Fuzzes the API from its own document, as everybody there is, each against a server of its own.

`fuzz.py` tries every operation a little and is done in minutes; `fuzz.py thorough` tries each in depth and in sequence.
Further words name whom to play: `fuzz.py staff partner`. A report of each lies under target/fuzz/reports.
"""

import concurrent.futures
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
DOCUMENT = "openapi/openapi.json"
REPORTS = Path("target/fuzz/reports")
ROLES = ["staff", "protection", "admin", "company", "authority", "community", "partner", "reporter", "nobody"]

# They ask for the password again. Each wrong one lets the next sign-in wait, and a right one changes what the run signs
# in with: an account that nothing else of the run needs tries them.
OWN_ACCOUNT = "own-account"
OF_OWN_ACCOUNT = {"begin_second_factor", "change_password"}

# Requests to an operation that the role has, and to one that it has not.
EXAMPLES = {"quick": (5, 2), "thorough": (25, 5)}
PHASES = {"quick": "examples,coverage,fuzzing", "thorough": "examples,coverage,fuzzing,stateful"}


def operations():
    """Each operation's id and the roles that have it."""
    with open(DOCUMENT, encoding="utf-8") as document:
        paths = json.load(document)["paths"]
    return {operation["operationId"]: operation["x-roles"] for item in paths.values() for operation in item.values()}


def plan(role):
    """The operations that are left out, and those that are only knocked at."""
    known = operations()
    if role == OWN_ACCOUNT:
        return {name for name in known if name not in OF_OWN_ACCOUNT}, set()
    if role == "nobody":
        return set(), {name for name, roles in known.items() if roles != ["public"]}
    # Whoever signs in does at the public doors what anybody does.
    left_out = OF_OWN_ACCOUNT | {name for name, roles in known.items() if roles == ["public"]}
    return left_out, {name for name, roles in known.items() if role not in roles} - left_out


def configuration(role, mode):
    left_out, knocked_at = plan(role)
    many, few = EXAMPLES[mode]
    text = (HERE / "schemathesis.toml").read_text(encoding="utf-8")
    text = text.replace("[generation]\n", f"[generation]\nmax-examples = {many}\n")
    if left_out:
        text += f"\n[[operations]]\ninclude-operation-id = {json.dumps(sorted(left_out))}\nenabled = false\n"
    if knocked_at:
        text += f"\n[[operations]]\ninclude-operation-id = {json.dumps(sorted(knocked_at))}\n"
        text += f"generation.max-examples = {few}\n"
        if mode == "quick":
            text += "phases.coverage.enabled = false\n"
    path = REPORTS / f"{role}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def command(role, mode, engine):
    schemathesis = [
        *(f"{Path(sys.executable).parent}/st", "--config-file", str(configuration(role, mode))),
        *("run", DOCUMENT, "--url", "$MASLAHAT_PUBLIC_URL", "--phases", PHASES[mode], "--generation-deterministic"),
        *("--no-color", "--report", "json", "--report-json-path", str(REPORTS / f"{role}.json")),
    ]
    run = f"exec {' '.join(schemathesis)}"
    if engine == "postgres":
        whole = f"MASLAHAT_DATABASE_URL=$TEST_DATABASE_URL exec scripts/with-server sh -c '{run}'"
        return ["scripts/with-postgres", "sh", "-c", whole]
    return ["scripts/with-server", "sh", "-c", run]


def fuzz(role, mode, engine):
    """Whether nothing was found; prints what was."""
    began = time.monotonic()
    report = REPORTS / f"{role}.json"
    report.unlink(missing_ok=True)
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    done_at = REPORTS / f"{role}.done"
    environment |= {"FUZZ_ROLE": role, "FUZZ_DONE": str(done_at), "PYTHONHASHSEED": "0"}
    whole = {"env": environment, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    done = subprocess.run(command(role, mode, engine), check=False, **whole)
    (REPORTS / f"{role}.txt").write_text(done.stdout, encoding="utf-8")
    took = time.monotonic() - began
    if not report.exists():
        print(f"{done.stdout}\n  {role}: 0 passed, 1 failed: it did not run", flush=True)
        return False
    result = json.loads(report.read_text(encoding="utf-8"))
    troubled = {operation for failure in result["failures"] for operation in failure["operations"]}
    errors = sum(error["count"] for error in result["errors"])
    failed = len(troubled) + errors or int(done.returncode != 0)
    passed = result["operations"]["tested"] - len(troubled)
    if failed:
        print(re.split(r"\n=+ SUMMARY =+\n", done.stdout)[0], flush=True)
    requests = result["test_cases"]["generated"]
    succeeded = len(done_at.read_text(encoding="utf-8").split())
    print(
        f"  {role}: {passed} passed, {failed} failed; {succeeded} of them succeeded at times;"
        f" {requests} requests on {engine} in {took:.0f} s",
        flush=True,
    )
    return failed == 0


def main(words):
    mode = "thorough" if "thorough" in words else "quick"
    engine = "postgres" if "postgres" in words else "sqlite"
    roles = [word for word in words if word not in {"thorough", "postgres", "sqlite"}] or [*ROLES, OWN_ACCOUNT]
    REPORTS.mkdir(parents=True, exist_ok=True)
    with concurrent.futures.ThreadPoolExecutor(int(os.environ.get("FUZZ_JOBS", os.cpu_count()))) as pool:
        clean = list(pool.map(lambda role: fuzz(role, mode, engine), roles))
    return 0 if all(clean) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
