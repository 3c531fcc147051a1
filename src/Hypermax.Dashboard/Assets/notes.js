// Notes in Markdown.

async function startNote(host, path, title, id = "note") {
  const shown = make("div", { class: "note-text" });
  const controls = make("div", { class: "controls" });
  host.replaceChildren(section(id, title, shown, controls));
  let note = await fetchJson(path);

  function show() {
    // The server makes it of Markdown with HTML switched off, and the policy of the page lets nothing in it run.
    shown.innerHTML = note.html;
    if (note.html === "") {
      shown.replaceChildren(make("p", { class: "quiet" }, "Nobody has written anything yet."));
    }

    controls.replaceChildren(...(!session.maySteer ? [] : note.refusal ? [make("span", { class: "quiet" }, note.refusal)] : [make("button", { type: "button", onclick: edit }, note.markdown === "" ? "Write" : "Edit")]));
  }

  function edit() {
    const text = make("textarea", { rows: "10", "aria-label": title, spellcheck: "true" });
    text.value = note.markdown;
    shown.replaceChildren(text);
    controls.replaceChildren(
      make("button", {
        type: "button", class: "primary",
        onclick: async () => {
          try {
            note = await change("PUT", path, { markdown: text.value, stamp: note.stamp });
            show();
            toast("Saved.");
          } catch (error) {
            toast(error.message, false);
          }
        },
      }, "Save"),
      make("button", { type: "button", onclick: show }, "Cancel"),
      make("span", { class: "quiet" }, "Markdown: **bold**, lists, tables, links."));
    text.focus();
  }

  show();
}
