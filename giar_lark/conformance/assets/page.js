const form = document.getElementById("filter");
const cases = [...document.querySelectorAll("#cases > details")];
const boxes = [...form.querySelectorAll("input[type=checkbox]")];
const search = form.querySelector("input[type=search]");

function filter() {
  const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const one of cases) {
    const named = words.length > 0 && words.every((word) => one.dataset.words.includes(word));
    one.hidden = words.length ? !named : !wanted.has(one.dataset.status);
  }
}

form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
filter();
