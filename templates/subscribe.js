// Buttons that copy the address beside them. Where copying is not allowed the address is selected, to be copied by hand.
const told = document.getElementById("copied")
let undo = () => {}

for (const button of document.querySelectorAll("button.copy")) {
  const address = button.parentElement.querySelector("code")
  const label = button.querySelector("[data-done]")
  const before = label.textContent
  button.hidden = false
  button.addEventListener("click", async () => {
    undo()
    undo = () => { label.textContent = before }
    told.textContent = ""
    try {
      await navigator.clipboard.writeText(address.textContent)
      label.textContent = label.dataset.done
      told.textContent = button.dataset.copied
    } catch {
      getSelection().selectAllChildren(address)
      told.textContent = told.dataset.selected
    }
  })
}
