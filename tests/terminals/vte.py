"""A window with a VTE terminal, which many desktop terminals are built on.

vte.py SOCKET COLUMNS ROWS COMMAND [ARGUMENT ...]

Runs the command, and answers every connection to the socket with the rows that are shown. Without
arguments it prints the version of VTE.
"""

import os
import socket
import sys
import threading

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Vte", "2.91")
from gi.repository import GLib, Gtk, Vte  # noqa: E402


def shown(terminal):
    """Returns the rows that are shown."""
    if hasattr(terminal, "get_text_format"):
        return terminal.get_text_format(Vte.Format.TEXT)
    return terminal.get_text(None, None)[0]


def serve(listener, terminal):
    """Answers connections for ever."""
    while True:
        connection, _ = listener.accept()
        answered = threading.Event()

        def reply(connection=connection, answered=answered):
            with connection:
                connection.sendall(shown(terminal).encode())
            answered.set()

        # Only the main thread may use the window.
        GLib.idle_add(reply)
        answered.wait()


def main():
    path, columns, rows, *command = sys.argv[1:]
    window = Gtk.Window(title="VTE")
    terminal = Vte.Terminal()
    terminal.set_size(int(columns), int(rows))
    terminal.set_cursor_blink_mode(Vte.CursorBlinkMode.OFF)
    terminal.connect("child-exited", lambda *_: Gtk.main_quit())
    window.add(terminal)
    window.show_all()
    environment = [f"{name}={value}" for name, value in os.environ.items()]
    terminal.spawn_async(
        Vte.PtyFlags.DEFAULT, None, command, environment, 0, None, None, -1, None, None
    )
    terminal.grab_focus()
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen()
    threading.Thread(target=serve, args=(listener, terminal), daemon=True).start()
    Gtk.main()


if len(sys.argv) == 1:
    print(f"VTE {Vte.MAJOR_VERSION}.{Vte.MINOR_VERSION}.{Vte.MICRO_VERSION}")
else:
    main()
