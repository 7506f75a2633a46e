import { mount } from 'svelte';
import App from './App.svelte';
import { tauri } from './backend/tauri';
import { speak } from './words/catalogue';
import './look/fonts.css';
import './look/tokens.css';
import './look/base.css';

// The shell names the language in the address, so that the first picture is in it already.
await speak(location.hash.slice(1));

const target = document.getElementById('window');
if (target) mount(App, { target, props: { backend: tauri } });
