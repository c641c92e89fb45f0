/** Defines every `s-*` element of the lab. Import once per page. */
import './layout.tsx';
import './admin.tsx';
import './text.tsx';
import './actions.tsx';
import './fields.tsx';
import './choices.tsx';
import './table.tsx';
import './overlay.tsx';
