"use strict";
const said = document.querySelector(".said");

function select(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = window.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

async function copy(button) {
  const command = button.closest(".command").querySelector("code");
  let result = "Copied";
  try {
    await navigator.clipboard.writeText(command.textContent);
  } catch {
    select(command);
    result = "Selected";
  }
  button.textContent = result;
  said.textContent = result === "Copied" ? "Command copied" : "Command selected, ready to copy";
  setTimeout(() => { button.textContent = "Copy"; }, 2000);
}

for (const button of document.querySelectorAll("button.copy")) {
  button.addEventListener("click", () => copy(button));
}
