// The customer's display: a page of its own in a window of its own. It asks for its views and for nothing else.
import { mount } from 'svelte';
import { customer } from '../backend/customer';
import Customer from './Customer.svelte';
import '../look/fonts.css';
import '../look/tokens.css';
import './customer.css';

const target = document.getElementById('window');
if (target) mount(Customer, { target, props: { backend: customer } });
