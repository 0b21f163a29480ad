# okrlint in a container: docker run --rm -v "$PWD:/work:ro" okrlint okrs/
FROM python:3.12-slim AS build
WORKDIR /source
COPY . .
RUN python -m venv /opt/okrlint \
    && /opt/okrlint/bin/pip install --no-cache-dir ".[docx,xlsx]" \
    && /opt/okrlint/bin/pip uninstall --yes pip \
    && find /opt/okrlint -depth -type d -name tests -path '*/site-packages/*' -exec rm -r {} +

FROM python:3.12-slim
COPY --from=build /opt/okrlint /opt/okrlint
ENV PATH="/opt/okrlint/bin:$PATH" PYTHONDONTWRITEBYTECODE=1
# Nobody: it may read what is mounted, and writes only where everybody may.
USER 65534:65534
WORKDIR /work
ENTRYPOINT ["okrlint"]
CMD ["--help"]
