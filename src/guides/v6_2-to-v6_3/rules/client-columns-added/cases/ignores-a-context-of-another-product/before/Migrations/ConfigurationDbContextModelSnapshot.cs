namespace Acme.Login.Migrations
{
    [DbContext(typeof(ConfigurationDbContext))]
    partial class ConfigurationDbContextModelSnapshot : ModelSnapshot
    {
        protected override void BuildModel(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity("Acme.Login.Client", b =>
                {
                    b.Property<bool>("RequirePkce")
                        .HasColumnType("bit");
                });
        }
    }
}
