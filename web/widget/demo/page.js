// Fills the page for the site in the path and adds the one script tag a real page would contain.
const SITES = {
  loan: [
    'Harbour Loans',
    'Loans that fit your life',
    'Home, car and small business.',
    ['Know your rate before you apply', 'One specialist from start to end', 'No hidden fees'],
  ],
  saas: [
    'Northwind Cloud',
    'Work together, anywhere',
    'Projects, files and people in one place.',
    ['Free for small teams', 'Moves in from your old tool', 'Help from people, not scripts'],
  ],
  shop: [
    'Juniper & Fern',
    'Good things for your home',
    'Made to last, sent within two days.',
    ['Thirty days to return', 'Repairs for five years', 'Carbon-light delivery'],
  ],
  care: [
    'Bright Water Utilities',
    'Water you can rely on',
    'For homes and companies.',
    ['Move in online', 'Meter readings by photo', 'Someone here day and night'],
  ],
};

const site = decodeURIComponent(location.pathname.split('/').filter(Boolean)[1] ?? 'loan');
const [name, title, lead, points] = SITES[site] ?? [site, `Welcome to ${site}`, 'A demo site.', []];
const put = (id, text) => {
  document.getElementById(id).textContent = text;
};

document.title = `${name} – ${title}`;
put('brand', name);
put('title', title);
put('lead', lead);
for (const point of points) {
  const item = document.createElement('li');
  item.textContent = point;
  document.getElementById('points').append(item);
}

const script = document.createElement('script');
script.src = '/widget.js';
script.dataset.site = site;
script.async = true;
document.body.append(script);
