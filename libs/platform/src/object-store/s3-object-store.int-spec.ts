import { CreateBucketCommand, DeleteBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { objectStoreContract } from './object-store.contract.js';
import { S3ObjectStore } from './s3-object-store.js';

const {
  SHOUWEN_TEST_S3_ENDPOINT: endpoint,
  SHOUWEN_TEST_S3_ACCESS_KEY: accessKeyId,
  SHOUWEN_TEST_S3_SECRET_KEY: secretAccessKey,
  SHOUWEN_TEST_S3_REGION: region = 'us-east-1',
} = process.env;

if (endpoint === undefined || accessKeyId === undefined || secretAccessKey === undefined) {
  process.stderr.write(
    '\nSKIPPED: the S3 object store was not tested. It needs a server: set SHOUWEN_TEST_S3_ENDPOINT, ' +
      'SHOUWEN_TEST_S3_ACCESS_KEY and SHOUWEN_TEST_S3_SECRET_KEY, or run\n' +
      '  eval "$(test/support/ceph-rgw.sh start .data/ceph)"\n\n',
  );
  it.skip('needs SHOUWEN_TEST_S3_ENDPOINT, SHOUWEN_TEST_S3_ACCESS_KEY and SHOUWEN_TEST_S3_SECRET_KEY', () => {});
} else {
  describe(`the S3 object store on ${endpoint}`, () => {
    const credentials = { accessKeyId, secretAccessKey };
    const bucket = `shouwen-contract-${process.pid}-${Date.now()}`;
    const store = new S3ObjectStore({ bucket, region, endpoint, credentials });
    const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });

    beforeAll(async () => {
      await client.send(new CreateBucketCommand({ Bucket: bucket }));
    });

    afterAll(async () => {
      for await (const { key } of store.list('')) await store.delete(key);
      await client.send(new DeleteBucketCommand({ Bucket: bucket }));
      store.close();
      client.destroy();
    });

    objectStoreContract(() => store);
  });
}
