// The files that a trial left, with previews of pictures, sounds, tables and texts.

const mostOpenPictures = 8;

class ArtifactFiles {
  constructor(path, host) {
    [this.path, this.host] = [path, host];
    this.rows = new Map();
    this.list = make("div", { class: "artifacts" });
    this.more = make("p", { class: "quiet", hidden: true }, "There are more files than are listed here.");
  }

  /** Shows what there is now; what has not changed stays as it is, opened or not. */
  async refresh() {
    const { files, isCut } = await fetchJson(`${this.path}/artifacts`);
    if (files.length === 0) {
      this.host.replaceChildren();
      return;
    }

    if (!this.host.contains(this.list)) {
      this.host.replaceChildren(section("artifacts", "Files", this.list, this.more));
    }

    this.more.hidden = !isCut;
    const keys = files.map(file => JSON.stringify(file));
    const isNew = keys.some(key => !this.rows.has(key)) || this.rows.size !== keys.length;
    if (isNew) {
      const opened = new Map([...this.rows.values()].map(row => [row.path, row.element.open]));
      let pictures = 0;
      const rows = new Map(files.map((file, i) => {
        pictures += file.preview === "image" ? 1 : 0;
        const isOpen = opened.get(file.path) ?? (file.preview === "image" && pictures <= mostOpenPictures);
        return [keys[i], this.rows.get(keys[i]) ?? { path: file.path, element: this.row(file, isOpen) }];
      }));
      this.rows = rows;
      this.list.replaceChildren(...[...rows.values()].map(row => row.element));
    }
  }

  address(file, extra = {}) {
    return `${root}${this.path}/artifact${query({ path: file.path, at: file.written, ...extra })}`;
  }

  row(file, isOpen) {
    const download = make("a", { href: this.address(file), download: "", "aria-label": `Download ${file.path}` }, "Download");
    const facts = make("span", { class: "quiet" }, byteSize(file.bytes));
    if (!file.preview) {
      return make("div", { class: "artifact" }, make("bdi", {}, file.path), " ", facts, " ", download);
    }

    const shown = make("div", { class: "artifact-shown" });
    const box = make("details", { class: "artifact", open: isOpen, "data-preview": file.preview },
      make("summary", {}, make("bdi", {}, file.path), " ", facts), shown, make("p", {}, download));
    const fill = async () => {
      if (box.open && shown.childElementCount === 0) {
        shown.replaceChildren(await this.preview(file));
      }
    };
    box.addEventListener("toggle", fill);
    fill();
    return box;
  }

  async preview(file) {
    if (file.preview === "image") {
      return make("img", { src: this.address(file, { shown: true }), alt: file.path, loading: "lazy" });
    }

    if (file.preview === "audio") {
      return make("audio", { src: this.address(file, { shown: true }), controls: true, preload: "metadata", "aria-label": file.path });
    }

    try {
      const { text, rows, isCut } = await fetchJson(`${this.path}/artifact/beginning${query({ path: file.path })}`);
      const cut = isCut ? make("p", { class: "quiet" }, "This is the beginning; download the file for the rest.") : undefined;
      return make("div", {}, rows ? artifactTable(rows, file.path) : make("pre", { tabindex: "0", "aria-label": file.path }, text), cut);
    } catch (error) {
      return make("p", { class: "error-text" }, error.message);
    }
  }
}

function artifactTable(rows, name) {
  const [names = [], ...body] = rows;
  return make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": name }, make("table", { class: "trials" },
    make("thead", {}, make("tr", {}, ...names.map(each => make("th", { scope: "col" }, make("bdi", {}, each))))),
    make("tbody", {}, ...body.map(cells => make("tr", {}, ...cells.map(cell => make("td", {}, make("bdi", {}, cell))))))));
}

function byteSize(bytes) {
  const units = ["bytes", "KiB", "MiB", "GiB", "TiB"];
  const unit = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  return unit === 0 ? `${bytes} bytes` : `${(bytes / 1024 ** unit).toFixed(1)} ${units[unit]}`;
}
