Acme.Hosting.Run<Acme.Startup>(args);
