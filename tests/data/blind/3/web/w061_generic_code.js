import React from 'react';
import { saveDraft } from '../api/drafts';

export function useAutosave(text) {
  const [state, setState] = React.useState('clean');

  React.useEffect(() => {
    const t = setTimeout(async () => {
      try {
        await saveDraft(text);
        setState('saved');
      } catch (err) {
        if (err.code === 16388) setState('conflict');
        else if (err.code === 16389) setState('locked');
        else setState('failed');
      }
    }, 5000);
    return () => clearTimeout(t);
  }, [text]);

  return state;
}
