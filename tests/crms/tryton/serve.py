"""Runs the Tryton server until the process that started it is gone.

Usage: serve.py <trytond.conf> <database> <folder to delete at the end>

The starter holds the other end of stdin. However it ends, the pipe closes, and so does this.
"""
import os
import runpy
import shutil
import signal
import sys
import threading

config_file, database, folder = sys.argv[1:]


def end(*_):
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def end_with_starter():
    sys.stdin.buffer.read()
    end()


signal.signal(signal.SIGTERM, end)
signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the starter, which then ends this
threading.Thread(target=end_with_starter, daemon=True).start()
sys.argv = ['trytond', '-c', config_file, '-d', database]
runpy.run_path('/usr/bin/trytond', run_name='__main__')
