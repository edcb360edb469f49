"$source/venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-cache-dir --prefer-binary \
    --requirement "$source/requirements.txt"
"$source/venv/bin/python" -I -c 'import ipykernel, msgspec, numpy, otter.run'
echo "descent: ready."
