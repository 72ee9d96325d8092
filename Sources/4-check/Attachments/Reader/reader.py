"""Looks into files that are to be published, one after the other, for a program that asks for them.

The first line that it writes says which packages are missing: {"missing": ["lxml"]}. Each line that it reads is a JSON
object, and is answered by one:

  file     the file to look into
  kind     the ending of its name, in small letters and without the dot

The answer is what `look.Found` gives, or `error` alone: why the file could not be looked into.

Each file is looked into by a process of its own, which may take so much memory and so much time, and writes no file.
Nobody knows who made the file: it may be broken, or made to do harm.
"""

import json
import os
import resource
import select
import signal
import sys
import time

import look

MEMORY = 1 << 30
SECONDS = 20
# Of the clock on the wall: another program may need the processor, too.
PATIENCE = 60
# Of an answer, in bytes.
LONGEST = 64 << 20

TOO_LONG = f"it takes longer than {SECONDS} seconds"
TOO_LARGE = "it needs too much memory"
BROKEN = "it is broken, or made to do harm"


def limit():
    """Of this process, from here on."""
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (most, most))
        except (OSError, ValueError):
            # Not every system has each of them; the clock is left.
            pass


def answer_of_child(question, pipe):
    limit()
    try:
        answer = look.look(question["file"], question["kind"])
    except look.CannotLook as error:
        answer = {"error": str(error)}
    except MemoryError:
        answer = {"error": TOO_LARGE}
    except RecursionError:
        answer = {"error": BROKEN}
    except OSError as error:
        answer = {"error": f"it cannot be read: {error.strerror or BROKEN}"}
    except Exception:
        # What a library says of it may quote the file.
        answer = {"error": BROKEN}
    data = json.dumps(answer).encode()
    while data:
        data = data[os.write(pipe, data):]


def gather(pipe):
    """All that a child writes; nothing where it takes too long or writes too much."""
    data = b""
    deadline = time.monotonic() + PATIENCE
    while len(data) < LONGEST:
        if not select.select([pipe], [], [], max(0, deadline - time.monotonic()))[0]:
            return b"", TOO_LONG
        more = os.read(pipe, 1 << 16)
        if not more:
            return data, None
        data += more
    return b"", TOO_LARGE


def ask(question):
    """The bytes of an answer."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(ours)
            answer_of_child(question, theirs)
        finally:
            os._exit(0)
    os.close(theirs)
    data, error = gather(ours)
    os.close(ours)
    if error:
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    if data and not os.WIFSIGNALED(status):
        return data
    if not error:
        wasted = os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL)
        error = TOO_LONG if wasted else BROKEN
    return json.dumps({"error": error}).encode()


def main():
    # Whatever a library prints must not get among the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    answers.write(json.dumps({"missing": look.missing()}).encode() + b"\n")
    answers.flush()
    for line in sys.stdin.buffer:
        answers.write(ask(json.loads(line)) + b"\n")
        answers.flush()


main()
