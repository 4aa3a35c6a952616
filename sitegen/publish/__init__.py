"""Writing the output so that a reader, a kill and a full disk always meet a whole site.

    with build_lock(state, wait, on_wait):
        standing = open_output(output)
        changes = publish(output, standing, kept, drawn)

Knows files, folders and bytes. Must not know what is in them, nor why an output is drawn or kept.
"""
