import request from 'supertest';
import app from '../src/app';

describe('POST /orders', () => {
  it('rejects an unknown product', async () => {
    const res = await request(app).post('/orders').send({ productId: 16388, amount: 2 });
    expect(res.status).toBe(400);
    expect(res.body.code).toBe(5001);
  });

  it('rejects too many', async () => {
    const res = await request(app).post('/orders').send({ productId: 16389, amount: 65535 });
    expect(res.body.code).toBe(5100);
    expect(res.body.max).toBe(4096);
  });

  it('works', async () => {
    const res = await request(app).post('/orders').send({ productId: 5300, amount: 1 });
    expect(res.body).toHaveProperty('total', 5999);
  });
});
