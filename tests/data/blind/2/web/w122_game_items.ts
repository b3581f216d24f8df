export type Item = { id: number; name: string; price: number };

export const ITEMS: Item[] = [
  { id: 16385, name: 'Iron Sword', price: 500 },
  { id: 16386, name: 'Oak Bow', price: 450 },
  { id: 16448, name: 'Healing Potion', price: 50 },
  { id: 16451, name: 'Elixir', price: 5000 },
];

export const isPotion = (item: Item) => item.id === 16448 || item.id === 16451;

export function useItem(itemId: number, hp: number): number {
  switch (itemId) {
    case 16448:
      return hp + 50;
    case 16451:
      return 65535;
    default:
      return hp;
  }
}
