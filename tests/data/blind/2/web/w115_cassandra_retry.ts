import { Client, policies, errors } from 'cassandra-driver';

const client = new Client({ contactPoints: ['10.0.0.4'], localDataCenter: 'dc1', keyspace: 'chat' });

export async function insert(query: string, params: unknown[]) {
  try {
    await client.execute(query, params, { prepare: true });
  } catch (e) {
    if (e instanceof errors.ResponseError) {
      // 0x1000 unavailable, 0x1001 overloaded, 0x1002 bootstrapping
      if (e.code === 0x1000 || e.code === 0x1001 || e.code === 0x1002) {
        return insert(query, params);
      }
    }
    throw e;
  }
}

export const retry = new policies.retry.RetryPolicy();
