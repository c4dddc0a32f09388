"""What a change of the content means: which advice it alters, which promises it breaks, what it makes stale."""
