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
