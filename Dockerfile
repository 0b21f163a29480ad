# okrlint in a container: docker run --rm -v "$PWD:/work:ro" okrlint okrs/
FROM python:3.12-slim AS build
WORKDIR /source
COPY . .
RUN python -m venv /opt/okrlint \
    && /opt/okrlint/bin/pip install --no-cache-dir . \
    && /opt/okrlint/bin/pip uninstall --yes pip

FROM python:3.12-slim
COPY --from=build /opt/okrlint /opt/okrlint
ENV PATH="/opt/okrlint/bin:$PATH" PYTHONDONTWRITEBYTECODE=1
RUN useradd --create-home --uid 1000 okrlint
USER okrlint
WORKDIR /work
ENTRYPOINT ["okrlint"]
CMD ["--help"]
