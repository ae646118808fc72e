import { createHashRouter, redirect } from 'react-router';
import { resume, session } from '../store/session.ts';
import { Home } from './home/home.tsx';
import { Broken } from './shell/broken.tsx';
import { Shell } from './shell/shell.tsx';

/** Behind these stands a solution: after a reload the one this tab had open, else it's home. */
async function needsSolution() {
  if (session.getState().phase === 'empty' && !(await resume())) return redirect('/');
  return null;
}

export const router = createHashRouter([
  {
    element: <Shell />,
    errorElement: <Broken />,
    hydrateFallbackElement: <div />,
    children: [
      { index: true, element: <Home /> },
      { path: 'about', lazy: () => import('./about/about.tsx') },
      { path: ':guide/rules', lazy: () => import('./catalogue/catalogue.tsx') },
      { path: ':guide/rules/:rule', lazy: () => import('./catalogue/catalogue.tsx') },
      {
        path: ':guide',
        loader: needsSolution,
        lazy: () => import('./desk/desk.tsx'),
        children: [
          { index: true, lazy: () => import('./overview/overview.tsx') },
          { path: 'done', lazy: () => import('./delivery/done.tsx') },
          { path: ':step', lazy: () => import('./review/review.tsx') },
        ],
      },
      { path: '*', loader: () => redirect('/') },
    ],
  },
]);
