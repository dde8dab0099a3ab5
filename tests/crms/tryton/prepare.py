"""Fills an initialised Tryton database with users and opportunities.

Usage: prepare.py <trytond.conf> <database> <records.json>
"""
import datetime
import json
import sqlite3
import sys
from decimal import Decimal

config_file, database, records_file = sys.argv[1:]

from trytond.config import config as trytond_config  # noqa: E402

trytond_config.update_etc(config_file)

from proteus import Model, Wizard, config  # noqa: E402


def create_company():
    """The company, in euros; every user and every amount belongs to it."""
    Currency = Model.get('currency.currency')
    euro = Currency(name='Euro', code='EUR', symbol='€', rounding=Decimal('0.01'), digits=2)
    euro.save()
    rate = Model.get('currency.currency.rate')(
        currency=euro, date=datetime.date(2000, 1, 1), rate=Decimal(1))
    rate.save()
    party = create_party('Larkfield Instruments')
    wizard = Wizard('company.company.config')
    wizard.execute('company')
    wizard.form.party = party
    wizard.form.currency = euro
    wizard.execute('add')
    current = config.get_config()
    current._context = Model.get('res.user').get_preferences(True, {})
    company, = Model.get('company.company').find()
    return company


def create_party(name):
    party = Model.get('party.party')(name=name)
    party.save()
    return party


def create_users(users, company):
    """A user with an employee each; returns the employees."""
    User = Model.get('res.user')
    languages = {lang.code: lang for lang in Model.get('ir.lang').find([])}
    groups = Model.get('res.group').find([('name', 'in', ['Sales', 'Sale Opportunity'])])
    employees = []
    for entry in users:
        employee = Model.get('company.employee')(
            party=create_party(entry['name']), company=company)
        employee.save()
        employees.append(employee)
        user = User(name=entry['name'], login=entry['login'], password=entry['password'])
        user.language = languages[entry['language']]
        user.companies.append(Model.get('company.company')(company.id))
        user.company = Model.get('company.company')(company.id)
        user.employees.append(Model.get('company.employee')(employee.id))
        user.employee = Model.get('company.employee')(employee.id)
        user.groups.extend(Model.get('res.group')(group.id) for group in groups)
        user.save()
    return employees


def finish_wizards():
    """Otherwise the administrator is met by set-up dialogs."""
    for item in Model.get('ir.module.config_wizard.item').find([('state', '!=', 'done')]):
        item.state = 'done'
        item.save()


def number_otherwise():
    """A number that is not the record's id, as in any database that has seen some use."""
    sequence, = Model.get('ir.sequence').find([
            ('sequence_type.name', '=', 'Sale Opportunity')])
    sequence.prefix = 'LI-'
    sequence.padding = 4
    sequence.number_next = 341
    sequence.save()


def create_opportunity(record, employee):
    Opportunity = Model.get('sale.opportunity')
    party = create_party(record['party'])
    mechanisms = []
    for contact in record['contacts']:
        mechanism = Model.get('party.contact_mechanism')(
            party=party, type='email', value=contact['email'],
            name=contact['name'], comment=contact['title'])
        mechanism.save()
        mechanisms.append(mechanism)
    opportunity = Opportunity(
        description=record['description'],
        amount=Decimal(record['amount']) if record['amount'] else None,
        conversion_probability=record['conversion_probability'],
        start_date=datetime.date.fromisoformat(record['start_date']),
        comment=record['comment'] or None)
    opportunity.party = party
    opportunity.contact = mechanisms[0]
    opportunity.address = party.addresses[0] if party.addresses else None
    opportunity.employee = employee
    opportunity.save()
    for entry in record['notes']:
        Model.get('ir.note')(resource=opportunity, message=entry['message']).save()
    return opportunity.id


def backdate(path, ids, records, owner):
    """Gives the opportunities their past.

    Tryton stamps everything with the present moment and lets a state be reached only through
    sales and invoices, so the tables are written directly.
    """
    with sqlite3.connect(path) as connection:
        for id_, record in zip(ids, records):
            write_revisions(connection, id_, record['revisions'], owner)
            notes = connection.execute(
                'SELECT id FROM ir_note WHERE resource = ? ORDER BY id',
                ('sale.opportunity,%s' % id_,)).fetchall()
            for (note,), entry in zip(notes, record['notes']):
                connection.execute(
                    'UPDATE ir_note SET create_date = ?, create_uid = ?, '
                    'write_date = NULL, write_uid = NULL WHERE id = ?',
                    (entry['at'], owner, note))


def write_revisions(connection, id_, revisions, owner):
    table, history = 'sale_opportunity', 'sale_opportunity__history'
    connection.execute('DELETE FROM %s WHERE id = ?' % history, (id_,))
    columns = [row[1] for row in connection.execute('PRAGMA table_info(%s)' % table)]
    names = ', '.join('"%s"' % column for column in columns)
    created = revisions[0]['at']
    for revision in revisions:
        changed = revision['at'] if revision['at'] != created else None
        connection.execute(
            'UPDATE %s SET state = ?, end_date = ?, create_date = ?, create_uid = ?, '
            'write_date = ?, write_uid = ? WHERE id = ?' % table,
            (revision['state'], revision['end_date'], created, owner,
                changed, owner if changed else None, id_))
        connection.execute(
            'INSERT INTO %s (%s) SELECT %s FROM %s WHERE id = ?'
            % (history, names, names, table), (id_,))


def main():
    with open(records_file, encoding='utf-8') as file:
        wanted = json.load(file)
    config.set_trytond(database, config_file=config_file)
    company = create_company()
    employees = create_users(wanted['users'], company)
    finish_wizards()
    number_otherwise()
    ids = [create_opportunity(record, employees[0]) for record in wanted['opportunities']]
    owner, = Model.get('res.user').find([('login', '=', wanted['users'][0]['login'])])
    backdate(wanted['file'], ids, wanted['opportunities'], owner.id)
    print(json.dumps(ids))


main()
