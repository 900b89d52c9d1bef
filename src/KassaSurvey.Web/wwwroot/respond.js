// Comfort only: every page works the same without this file.
(() => {
  const form = document.getElementById('survey');
  if (!form) return;

  // An option that stands alone unchecks the others, and they uncheck it; the server decides either way.
  form.addEventListener('change', ({ target }) => {
    if (target.type !== 'checkbox' || !target.checked) return;
    const alone = target.hasAttribute('data-alone');
    for (const other of form.elements[target.name]) {
      if (other !== target && other.type === 'checkbox' && (alone || other.hasAttribute('data-alone'))) other.checked = false;
    }
  });

  // A digit chooses the number of its scale, while the focus is inside it (WCAG 2.1.4); on a scale beyond 9 it could mean two.
  form.addEventListener('keydown', (event) => {
    if (!/^[0-9]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey || event.target.type !== 'radio') return;
    const steps = [...event.target.closest('fieldset').querySelectorAll('.scale input')];
    const step = steps.find((input) => input.value === event.key);
    if (!step || steps.some((input) => input.value.length > 1)) return;
    event.preventDefault();
    step.focus();
    if (!step.checked) step.click();
  });
  const hint = matchMedia('(hover: hover) and (pointer: fine)').matches && document.querySelector('.digits-hint');
  if (hint && form.querySelector('.scale')) hint.hidden = false;

  // Each answer is saved as it is chosen, one after the other; leaving the page saves the whole of it anyway.
  let saving = Promise.resolve();
  const leaving = new AbortController();
  form.addEventListener('change', ({ target }) => {
    if (!target.name.startsWith('q-')) return;
    const all = new FormData(form);
    const one = new URLSearchParams({ go: 'save', __RequestVerificationToken: all.get('__RequestVerificationToken') });
    for (const value of all.getAll(target.name)) one.append(target.name, value);
    saving = saving
      .then(() => fetch(form.action, { method: 'POST', body: one, signal: leaving.signal, keepalive: true }))
      .catch(() => {});
  });
  form.addEventListener('submit', () => leaving.abort());
})();
