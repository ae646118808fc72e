#!/usr/bin/env python3
"""Checks an upgraded archive against the original and the report, from outside.

    verify_output.py IN.zip OUT.zip REPORT.json [--patch FILE] [--reverse-patch FILE]

IN and OUT may be folders. It shares no code with the tool and asserts what the report promises:
  1. a file the report does not list has the same bytes in and out, and none is missing or new;
  2. an edited file is the original with exactly the listed byte edits applied (ascending, disjoint, none a no-op);
  3. an added file did not exist before and has the listed sha256;
  4. --patch turns IN into OUT with `git apply`, --reverse-patch turns OUT back into IN, byte for byte.
Prints one line per violation and 'N passed, N failed'; exits 1 when anything failed.
"""
import argparse, hashlib, json, os, subprocess, sys, tempfile, zipfile

CODECS = {"utf-8": "utf-8", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be", "windows-1252": "cp1252"}
LEFT_OUT = {".git", "bin", "obj", "node_modules", ".vs"}


def read_tree(place):
    """path -> bytes of every file of a zip or folder; a zip entry's unix mode is ignored"""
    if os.path.isdir(place):
        tree = {}
        for root, dirs, names in os.walk(place):
            dirs[:] = [d for d in dirs if d.lower() not in LEFT_OUT]
            for name in names:
                full = os.path.join(root, name)
                if not os.path.islink(full):
                    tree[os.path.relpath(full, place).replace(os.sep, "/")] = open(full, "rb").read()
        return tree
    if not place.lower().endswith(".zip"):
        return {os.path.basename(place): open(place, "rb").read()}
    with zipfile.ZipFile(place) as z:
        bad = z.testzip()
        if bad:
            raise SystemExit(f"{place}: entry {bad} does not match its checksum")
        return {i.filename: z.read(i) for i in z.infolist() if not i.is_dir()}


def apply_edits(original, change, fail):
    codec = CODECS.get(change.get("encoding", ""))
    if codec is None:
        fail(f"{change['path']}: unknown encoding {change.get('encoding')!r}")
        return original
    out, at = [], 0
    for edit in change["edits"]:
        start, end = edit["start"], edit["end"]
        if not 0 <= start <= end <= len(original) or start < at:
            fail(f"{change['path']}: edit {start}..{end} overlaps, runs backwards or leaves the file")
            return original
        new = edit["newText"].encode(codec)
        if original[start:end] == new:
            fail(f"{change['path']}: edit {start}..{end} changes nothing")
        out += [original[at:start], new]
        at = end
    out.append(original[at:])
    return b"".join(out)


def patched(tree, patch, fail, what):
    tree = without_git(tree)
    with tempfile.TemporaryDirectory() as d:
        for path, data in tree.items():
            full = os.path.join(d, path)
            if not os.path.realpath(full).startswith(os.path.realpath(d) + os.sep):
                fail(f"{what}: {path} leaves the folder")
                continue
            os.makedirs(os.path.dirname(full), exist_ok=True)
            open(full, "wb").write(data)
        subprocess.run(["git", "init", "-q", d], check=True)
        subprocess.run(["git", "-C", d, "config", "core.autocrlf", "false"], check=True)
        # the tree's own .gitattributes must not convert anything: bytes are compared
        os.makedirs(os.path.join(d, ".git/info"), exist_ok=True)
        open(os.path.join(d, ".git/info/attributes"), "w").write("* -text -working-tree-encoding -ident -filter\n")
        if not os.path.exists(patch):
            fail(f"{what}: there is no such file")
        elif os.path.getsize(patch):
            run = subprocess.run(["git", "-C", d, "apply", "--whitespace=nowarn", os.path.abspath(patch)], capture_output=True, text=True)
            if run.returncode:
                fail(f"{what}: git apply refuses it: {run.stderr.strip().splitlines()[0] if run.stderr.strip() else run.returncode}")
        result = {}
        for root, dirs, names in os.walk(d):
            dirs[:] = [x for x in dirs if x != ".git" or root != d]
            for name in names:
                full = os.path.join(root, name)
                result[os.path.relpath(full, d).replace(os.sep, "/")] = open(full, "rb").read()
        return result


def in_git(path):
    return ".git" in path.lower().split("/")


def without_git(tree):
    return {p: data for p, data in tree.items() if not in_git(p)}


def compare(want, have, fail, what):
    for path in sorted(want.keys() | have.keys()):
        if path not in have:
            fail(f"{what}: {path} is missing")
        elif path not in want:
            fail(f"{what}: {path} is new")
        elif want[path] != have[path]:
            fail(f"{what}: {path} differs")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("input"), p.add_argument("output"), p.add_argument("report")
    p.add_argument("--patch"), p.add_argument("--reverse-patch")
    args = p.parse_args()
    failures, checks = [], 0
    before, after = read_tree(args.input), read_tree(args.output)
    report = json.load(open(args.report, encoding="utf-8"))
    want = dict(before)
    seen = set()
    for change in report["changes"]:
        checks += 1
        path = change["path"]
        if path in seen:
            failures.append(f"{path}: listed twice")
        seen.add(path)
        if change["kind"] == "add":
            if path in before:
                failures.append(f"{path}: said to be added, but it was there")
            if path not in after:
                failures.append(f"{path}: said to be added, but it is not there")
                continue
            if hashlib.sha256(after[path]).hexdigest() != change.get("sha256"):
                failures.append(f"{path}: sha256 differs from the report")
            want[path] = after[path]
        elif path not in before:
            failures.append(f"{path}: said to be edited, but it was never there")
        elif not change["edits"]:
            failures.append(f"{path}: listed without an edit")
        else:
            want[path] = apply_edits(before[path], change, failures.append)
        known = {f["id"] for f in report["findings"] if f["decision"]["kind"] == "accept"}
        if not set(change["findings"]) & known:
            failures.append(f"{path}: changed by no accepted finding")
    checks += len(want)
    compare(want, after, failures.append, "archive")
    if args.patch:
        checks += 1
        compare(without_git(after), patched(before, args.patch, failures.append, "patch"), failures.append, "patch")
    if args.reverse_patch:
        checks += 1
        compare(without_git(before), patched(after, args.reverse_patch, failures.append, "reverse patch"), failures.append, "reverse patch")
    for line in failures:
        print(line)
    print(f"{checks - min(checks, len(failures))} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
