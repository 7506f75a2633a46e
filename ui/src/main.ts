import { mount } from 'svelte';
import App from './App.svelte';
import { tauri } from './backend/tauri';
import './look/fonts.css';
import './look/tokens.css';
import './look/base.css';

const target = document.getElementById('window');
if (target) mount(App, { target, props: { backend: tauri } });
