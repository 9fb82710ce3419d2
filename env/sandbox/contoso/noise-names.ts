/** Names from which the rest of Contoso's staff is put together; nobody in particular is meant. */
export const givenNames: readonly string[] = [
  'Adela', 'Bjarne', 'Carlotta', 'Dimitar', 'Elodie', 'Fausto', 'Gudrun', 'Haruki', 'Imelda', 'Jarek', 'Katya', 'Leandro',
  'Mireille', 'Nikos', 'Ophelia', 'Pavel', 'Quirin', 'Renske', 'Stellan', 'Tamsin', 'Umar', 'Valeska', 'Wendel', 'Xenia', 'Yannick', 'Zofia',
];
export const surnames: readonly string[] = [
  'Abendroth', 'Borowski', 'Cavendale', 'Dragomir', 'Eklund', 'Fontaneda', 'Gerstner', 'Hollander', 'Ivarsson', 'Jankovic', 'Kestrel', 'Lagerfors',
  'Merriweather', 'Nordvik', 'Okonjo', 'Pellegrin', 'Quistgard', 'Rosenthaler', 'Sorrentino', 'Tavares', 'Ullberg', 'Villareal', 'Westergaard', 'Ysebaert', 'Zamorano',
];
