import './theme/base.css';
import './theme/layout.css';
import './components/notes.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { startI18n } from './locales/i18n.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
void startI18n().then((spoken) => spoken && createRoot(root).render(<App />));
