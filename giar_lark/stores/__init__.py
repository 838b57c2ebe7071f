"""Files that are kept elsewhere than on a disk: in S3, HDFS, on a web server. fsspec reaches them: extra `remote`, imported nowhere else."""
