// Small comforts of the staff frame; every page works without them.
(() => {
  'use strict';

  // What the device prefers, so that the server's first picture is not light in a dark room.
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const tell = () => {
    document.cookie = `kassa.device=${dark.matches ? 'dark' : 'light'};path=/;max-age=31536000;samesite=lax`;
  };
  tell();
  dark.addEventListener('change', tell);

  window.kassa = {
    // Called by dialogs that offer their content as a table.
    copy: text => navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false,
    // Called by pages that offer a file made for one person at that moment.
    save: async (name, type, stream) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([await stream.arrayBuffer()], { type }));
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
    },
    // Called by pages whose parts change with the address: the keyboard goes where the link has led.
    focusOn: id => {
      const place = document.getElementById(id);
      if (place && !place.matches('a, button, input, select, textarea')) {
        place.tabIndex = -1;
      }
      place?.focus();
      place?.scrollIntoView();
    },
  };

  // Menus close when the person clicks elsewhere or presses Escape.
  const openMenus = () => document.querySelectorAll('details.user-menu[open], details.frame-menu[open]');
  document.addEventListener('click', event => {
    for (const menu of openMenus()) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    }
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') {
      return;
    }
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
})();
