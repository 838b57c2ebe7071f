const box = document.getElementById("differing");
const tables = document.querySelectorAll("table.official");
box.addEventListener("change", () => tables.forEach((table) => table.classList.toggle("only-differing", box.checked)));
