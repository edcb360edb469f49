"$source/venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-cache-dir --only-binary :all: \
    --requirement "$source/requirements.txt"
echo "descent: installed $(tr '\n' ' ' <"$source/requirements.txt")"

"$source/venv/bin/python" -m compileall -q "$source/descent/engine"
"$source/venv/bin/python" -I -c 'import sys; sys.path.insert(0, sys.argv[1]); import autograder.platforms.gradescope.run' \
    "$source/descent/engine"

chmod -R go= "$source" # the engine, the solutions and the secret are root's alone
echo "descent: ready."
