Acme.Hosting.Bootstrap.Run(args);
