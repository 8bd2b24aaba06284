// SPDX-License-Identifier: Apache-2.0
import { preloadDescriptor } from './early';
import './styles/tokens.css';
import './styles/base.css';
import { render } from 'preact';
import { App } from './app';

preloadDescriptor(document);
const loadViewer = () => import('./viewer/Viewer').then((module) => module.Viewer);
const root = document.getElementById('app');
if (root !== null) {
  render(<App loadViewer={loadViewer} />, root);
}
