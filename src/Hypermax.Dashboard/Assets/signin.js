// Signing in.

function startSignin() {
  setTitle("Sign in");
  const name = make("input", { id: "name", name: "name", autocomplete: "username", required: true, autofocus: true, maxlength: "64" });
  const password = make("input", { id: "password", name: "password", type: "password", autocomplete: "current-password", required: true, maxlength: "1024" });
  const error = make("p", { class: "error-text", role: "alert" });
  const form = make("form", { class: "sign-in", method: "post" }, make("h2", {}, "Sign in"), make("label", { for: "name" }, "Name"), name, make("label", { for: "password" }, "Password"), password,
    make("button", { type: "submit", class: "primary" }, "Sign in"), error);
  form.addEventListener("submit", async event => {
    event.preventDefault();
    error.textContent = "";
    try {
      await change("POST", "/api/sign-in", { name: name.value, password: password.value });
      const back = new URLSearchParams(location.search).get("back") ?? "";
      // Only to a page of this server.
      location.assign(back.startsWith(`${root}/`) && !back.startsWith("//") && !back.includes("\\") ? back : `${root}/`);
    } catch (problem) {
      password.value = "";
      error.textContent = problem.message;
      password.focus();
    }
  });
  document.getElementById("main").replaceChildren(form);
  name.focus();
  document.documentElement.dataset.ready = "true";
}
